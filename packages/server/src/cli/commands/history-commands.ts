import type { Command } from 'commander';
import { publishedAnswer, publishesAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { connect } from '../connect.js';
import { formatTable } from '../format-table.js';

/** `history` and `return`. */
export function addHistoryCommands(program: Command, context: CliContext): void {
  program
    .command('history <school>')
    .description('lists the publishes of a school that it can return to, the newest first')
    .action(async (school: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const path = `${schoolPath(school)}/history`;
      const { publishes } = await client.call('GET', path, publishesAnswer);
      const rows = publishes.map(({ revision, at, by, what }) => [revision, at, by ?? '-', what]);
      for (const line of formatTable(['REVISION', 'AT', 'BY', 'WHAT'], rows)) context.print(line);
    });

  program
    .command('return <school> <revision>')
    .description('publishes what a school showed at an earlier revision again')
    .action(async (school: string, earlier: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const request = { body: { revision: earlier } };
      const path = `${schoolPath(school)}/return`;
      const { revision } = await client.call('POST', path, publishedAnswer, request);
      context.print(`${school} shows what it did at ${earlier}: revision ${revision}.`);
    });
}

function schoolPath(school: string): string {
  return `/schools/${encodeURIComponent(school)}`;
}
