import type { Command } from 'commander';
import { fleetAnswer, statusAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { connect } from '../connect.js';
import { formatTable } from '../format-table.js';

/** `status`. */
export function addStatusCommand(program: Command, context: CliContext): void {
  program
    .command('status [school]')
    .description('how many screens of each school are up, stale or silent; or each one of a school')
    .action(async (school: string | undefined, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const print = (heading: string[], rows: string[][]): void => {
        for (const line of formatTable(heading, rows)) context.print(line);
      };
      if (school === undefined) {
        const { counts, schools } = await client.call('GET', '/status', fleetAnswer);
        const rows = [...schools, { id: 'ALL', counts }].map((row) => [
          row.id,
          ...[row.counts.up, row.counts.stale, row.counts.silent, row.counts.never].map(String),
        ]);
        print(['SCHOOL', 'UP', 'STALE', 'SILENT', 'NEVER SEEN'], rows);
        return;
      }
      const path = `/schools/${encodeURIComponent(school)}/status`;
      const { screens } = await client.call('GET', path, statusAnswer);
      const rows = screens.map(({ id, name, state, lastSeenAt, report }) => [
        id,
        name,
        state,
        lastSeenAt === undefined ? '-' : new Date(lastSeenAt).toISOString(),
        report?.revision ?? '-',
        report?.storage ?? '-',
        report?.lastError?.code ?? '-',
        report?.userAgent ?? '-',
      ]);
      const heading = ['SCREEN', 'NAME', 'STATE', 'LAST SEEN', 'SHOWS', 'STORAGE', 'LAST ERROR'];
      print([...heading, 'ENGINE'], rows);
    });
}
