import type { Command } from 'commander';
import * as v from 'valibot';
import { schoolAnswer, schoolsAnswer } from '../answers.js';
import { type CliContext, CliError } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';
import { readPages } from '../read-pages.js';

interface AddOptions extends ConnectOptions {
  readonly id?: string;
  readonly zone: string;
  readonly locale: string;
}

const embeddingAnswer = v.object({ origins: v.array(v.string()) });

/** `school add`, `school embed` and `schools`. */
export function addSchoolCommands(program: Command, context: CliContext): void {
  const here = new Intl.DateTimeFormat().resolvedOptions();

  const school = program.command('school').description('manages schools');

  school
    .command('embed <school> [origins...]')
    .description("says whose pages may show a school's screens: these origins, or none")
    .action(async (schoolId: string, origins: string[], _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const path = `/schools/${encodeURIComponent(schoolId)}/embedding`;
      await client.call('PUT', path, embeddingAnswer, { body: { origins } });
      context.print(`Pages that may show screens of ${schoolId}: ${origins.join(' ') || 'none'}.`);
    });

  school
    .command('add <name>')
    .description('adds a school')
    .option('--id <id>', 'short name for addresses and commands; made from the name by default')
    .option('--zone <zone>', 'IANA time zone', here.timeZone)
    .option('--locale <locale>', 'language and region', here.locale)
    .action(async (name: string, _options, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const { id = slug(name), zone, locale } = options;
      const client = await connect(options, context);
      const body = { id, name, zone, locale };
      const { school } = await client.call('POST', '/schools', schoolAnswer, { body });
      context.print(`Added school ${school.id} (${school.name}, ${school.zone}).`);
      context.print(`Next: hallboard screen add ${school.id} "Entrance"`);
    });

  program
    .command('schools')
    .description('lists the schools')
    .action(async (_options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const rows: string[][] = [];
      for await (const { schools } of readPages(client, '/schools', schoolsAnswer)) {
        for (const { id, name, zone, revision, realtime } of schools) {
          rows.push([id, name, zone, revision, realtime]);
        }
      }
      const heading = ['SCHOOL', 'NAME', 'ZONE', 'REVISION', 'REALTIME'];
      for (const line of formatTable(heading, rows)) context.print(line);
    });
}

function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (id === '') throw new CliError(`No id can be made from "${name}": give one with --id`);
  return id.slice(0, 63);
}
