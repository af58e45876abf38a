import { COMMAND_NAMES, type CommandName, LAYOUTS } from '@hallboard/shared';
import { type Command, Option } from 'commander';
import type { AdminClient } from '../admin-client.js';
import { commandAnswer, schoolsAnswer, screenAnswer, screensAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect, serverUrl } from '../connect.js';
import { formatTable } from '../format-table.js';
import { readPages } from '../read-pages.js';

interface AddOptions extends ConnectOptions {
  readonly id?: string;
  readonly layout?: string;
  readonly group?: readonly string[];
  readonly division?: string;
  readonly class?: string;
  readonly room?: string;
}

const COMMANDS: Readonly<Record<CommandName, string>> = {
  reload: 'loads the page of a screen anew',
  identify: 'makes a screen show its name in large letters for 30 seconds',
};

/** `screen add`, `screen reload`, `screen identify` and `screens`. */
export function addScreenCommands(program: Command, context: CliContext): void {
  const screen = program.command('screen').description('manages screens');
  screen
    .command('add <school> <name>')
    .description("adds a screen and prints its address, which holds the screen's secret")
    .option('--id <id>', 'short name; a random one by default')
    .addOption(new Option('--layout <layout>', 'what it shows').choices([...LAYOUTS]))
    .option('--group <group...>', 'groups whose items it shows, beside those for all')
    .option('--division <division>', 'whose bells it follows')
    .addOption(new Option('--class <class>', 'shows one class').conflicts('room'))
    .option('--room <room>', 'shows one room')
    .action(async (school: string, name: string, _options, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>();
      const client = await connect(options, context);
      const path = screensPath(school);
      const body = newScreen(name, options);
      const { screen, token } = await client.call('POST', path, screenAnswer, { body });
      context.print(`Added screen ${screen.id} (${screen.info.name}). Open this on its device:`);
      context.print(`${serverUrl(options, context)}/screen#${token}`);
      context.print('The address is shown this once. The first device to open it owns the screen.');
    });

  for (const name of COMMAND_NAMES) {
    screen
      .command(`${name} <school> <screen>`)
      .description(COMMANDS[name])
      .action(async (school: string, id: string, _options, command: Command) => {
        const client = await connect(command.optsWithGlobals(), context);
        const path = `${screensPath(school)}/${encodeURIComponent(id)}/commands`;
        await client.call('POST', path, commandAnswer, { body: { name } });
        context.print(`Asked ${id} to ${name}. A screen hears of it while its socket is up.`);
      });
  }

  program
    .command('screens [school]')
    .description('lists the screens of a school, or of all')
    .action(async (school: string | undefined, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const schools = school === undefined ? await schoolIds(client) : [school];
      const rows: string[][] = [];
      for (const id of schools) for (const row of await screenRows(client, id)) rows.push(row);
      const heading = ['SCHOOL', 'SCREEN', 'NAME', 'LAYOUT', 'GROUPS', 'STATE'];
      for (const line of formatTable(heading, rows)) context.print(line);
    });
}

function screensPath(school: string): string {
  return `/schools/${encodeURIComponent(school)}/screens`;
}

function newScreen(name: string, options: AddOptions): Record<string, unknown> {
  const { id, layout, group, division, class: schoolClass, room } = options;
  const focus =
    schoolClass === undefined
      ? room === undefined
        ? undefined
        : { kind: 'room', room }
      : { kind: 'class', class: schoolClass };
  const fields = { name, id, layout, groups: group, division, focus };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

async function schoolIds(client: AdminClient): Promise<string[]> {
  const ids: string[] = [];
  for await (const { schools } of readPages(client, '/schools', schoolsAnswer)) {
    for (const { id } of schools) ids.push(id);
  }
  return ids;
}

async function screenRows(client: AdminClient, school: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { screens } of readPages(client, screensPath(school), screensAnswer)) {
    for (const { id, info, view, state } of screens) {
      rows.push([school, id, info.name, view.layout, view.groups.join(',') || '-', state]);
    }
  }
  return rows;
}
