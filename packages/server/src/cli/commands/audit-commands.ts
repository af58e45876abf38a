import { type Command, InvalidArgumentError } from 'commander';
import { auditAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';
import { readPages } from '../read-pages.js';

interface AuditOptions extends ConnectOptions {
  readonly school?: string;
  readonly last: number;
}

/** `audit`. */
export function addAuditCommands(program: Command, context: CliContext): void {
  program
    .command('audit')
    .description('lists who changed what, the newest first')
    .option('--school <school>', "only this school's changes")
    .option('--last <count>', 'how many', readCount, 50)
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<AuditOptions>();
      const { school, last } = options;
      const client = await connect(options, context);
      const filter = school === undefined ? {} : { school };
      const rows: string[][] = [];
      for await (const { entries } of readPages(client, '/audit', auditAnswer, filter)) {
        for (const { at, key, action, outcome, ...what } of entries) {
          const said = outcome === 'done' ? (what.summary ?? '-') : '(outcome unknown)';
          rows.push([
            at,
            `${key.name} (${key.id})`,
            action,
            what.school ?? '-',
            what.target ?? '-',
            said,
          ]);
        }
        if (rows.length >= last) break;
      }
      const heading = ['AT', 'BY', 'ACTION', 'SCHOOL', 'TARGET', 'SUMMARY'];
      for (const line of formatTable(heading, rows.slice(0, last))) context.print(line);
    });
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('must be a whole number from 1');
  return Number(text);
}
