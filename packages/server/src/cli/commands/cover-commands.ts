import { COVER_KINDS } from '@hallboard/shared';
import { type Command, Option } from 'commander';
import { coverAnswer, coverOfDateAnswer, publishedAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';
import { readJson } from '../read-json.js';

interface AddOptions extends ConnectOptions {
  readonly class: string;
  readonly slot: string;
  readonly kind?: string;
  readonly subject?: string;
  readonly teacher?: string;
  readonly absent?: string;
  readonly room?: string;
  readonly note?: string;
}

/** `cover list`, `cover add`, `cover remove` and `cover set`. */
export function addCoverCommands(program: Command, context: CliContext): void {
  const cover = program.command('cover').description('changed lessons, by date: 2026-11-24');

  cover
    .command('list <school> <date>')
    .description("lists a date's changed lessons")
    .action(async (school: string, date: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const answer = await client.call('GET', coverPath(school, date), coverOfDateAnswer);
      const rows = answer.cover.map((item) => [
        item.id,
        item.class,
        item.slot,
        item.kind,
        item.absentTeacher ?? '-',
        item.teacher ?? '-',
        item.room ?? '-',
        item.note ?? '-',
      ]);
      const heading = ['COVER', 'CLASS', 'SLOT', 'KIND', 'AWAY', 'TEACHER', 'ROOM', 'NOTE'];
      for (const line of formatTable(heading, rows)) context.print(line);
    });

  cover
    .command('add <school> <date>')
    .description('adds a changed lesson, whatever else is published meanwhile')
    .requiredOption('--class <class>', 'whose lesson it is')
    .requiredOption('--slot <slot>', 'which lesson: p2')
    .addOption(new Option('--kind <kind>', 'what is changed').choices([...COVER_KINDS]))
    .option('--subject <subject>', 'what is taught instead')
    .option('--teacher <name>', 'who takes the lesson')
    .option(
      '--absent <name>',
      'who is away; only staff see this, unless the school decides otherwise',
    )
    .option('--room <room>', 'where it is')
    .option('--note <text>', 'what there is to say: To lesson 5')
    .action(async (school: string, date: string, _options, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const client = await connect(options, context);
      const {
        class: id,
        slot,
        kind,
        subject,
        teacher,
        absent: absentTeacher,
        room,
        note,
      } = options;
      const body = { class: id, slot, kind, subject, teacher, absentTeacher, room, note };
      const answer = await client.call('POST', coverPath(school, date), coverAnswer, { body });
      context.print(`Added ${answer.cover.id}: revision ${answer.revision}.`);
    });

  cover
    .command('remove <school> <date> <cover>')
    .description('removes a changed lesson')
    .action(async (school: string, date: string, id: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const path = `${coverPath(school, date)}/${encodeURIComponent(id)}`;
      const { revision } = await client.call('DELETE', path, publishedAnswer);
      context.print(`Removed ${id}: revision ${revision}.`);
    });

  cover
    .command('set <school> <date> <file>')
    .description("replaces all of a date's changed lessons by those of a JSON file, a list")
    .action(async (school: string, date: string, file: string, _options, command: Command) => {
      const body = { cover: await readJson(file, context) };
      const client = await connect(command.optsWithGlobals(), context);
      const path = coverPath(school, date);
      const { revision } = await client.call('PUT', path, publishedAnswer, { body });
      context.print(`Published the cover of ${date}: revision ${revision}.`);
    });
}

function coverPath(school: string, date: string): string {
  return `/schools/${encodeURIComponent(school)}/cover/${encodeURIComponent(date)}`;
}
