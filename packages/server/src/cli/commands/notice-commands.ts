import { ANNOUNCEMENT_LEVELS } from '@hallboard/shared';
import { type Command, Option } from 'commander';
import { noticeAnswer, noticesAnswer, publishedAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';

interface AddOptions extends ConnectOptions {
  readonly body?: string;
  readonly level?: string;
  readonly group?: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

/** `notice add`, `notice remove` and `notice list`. */
export function addNoticeCommands(program: Command, context: CliContext): void {
  const notice = program.command('notice').description('announcements, one at a time');

  notice
    .command('add <school> <title>')
    .description('adds an announcement, whatever else is published meanwhile')
    .option('--body <text>', 'what it says below its title')
    .addOption(new Option('--level <level>', 'how it looks').choices([...ANNOUNCEMENT_LEVELS]))
    .option('--group <group...>', 'only on screens of these groups')
    .option('--from <time>', "shown from then on, by the school's clock: 2026-11-24T08:00")
    .option('--until <time>', 'shown until then')
    .action(async (school: string, title: string, _options, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const client = await connect(options, context);
      const { body: text, level, group: groups, from: validFrom, until: validUntil } = options;
      const body = { title, body: text, level, groups, validFrom, validUntil };
      const path = noticesPath(school);
      const { announcement, revision } = await client.call('POST', path, noticeAnswer, { body });
      context.print(`Added ${announcement.id}: revision ${revision}.`);
    });

  notice
    .command('remove <school> <notice>')
    .description('removes an announcement')
    .action(async (school: string, id: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const path = `${noticesPath(school)}/${encodeURIComponent(id)}`;
      const { revision } = await client.call('DELETE', path, publishedAnswer);
      context.print(`Removed ${id}: revision ${revision}.`);
    });

  notice
    .command('list <school>')
    .description('lists the announcements of a school')
    .action(async (school: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const { announcements } = await client.call('GET', noticesPath(school), noticesAnswer);
      const rows = announcements.map(({ id, level, title, groups, validFrom, validUntil }) => [
        id,
        level,
        title,
        groups.join(',') || '-',
        validFrom ?? '-',
        validUntil ?? '-',
      ]);
      const heading = ['NOTICE', 'LEVEL', 'TITLE', 'GROUPS', 'FROM', 'UNTIL'];
      for (const line of formatTable(heading, rows)) context.print(line);
    });
}

function noticesPath(school: string): string {
  return `/schools/${encodeURIComponent(school)}/announcements`;
}
