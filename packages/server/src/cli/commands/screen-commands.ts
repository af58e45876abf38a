import { COMMAND_NAMES, type CommandName } from '@hallboard/shared';
import type { Command } from 'commander';
import type { AdminClient } from '../admin-client.js';
import {
  changedScreenAnswer,
  commandAnswer,
  schoolsAnswer,
  screenAnswer,
  screensAnswer,
} from '../answers.js';
import { type CliContext, CliError } from '../cli-context.js';
import { type ConnectOptions, connect, serverUrl } from '../connect.js';
import { formatTable } from '../format-table.js';
import { readPages } from '../read-pages.js';
import { screenPath, screensPath } from '../screen-path.js';
import { addScreenOptions, type ScreenOptions, screenFields } from './screen-options.js';

interface AddOptions extends ConnectOptions, ScreenOptions {
  readonly id?: string;
}

const COMMANDS: Readonly<Record<CommandName, string>> = {
  reload: 'loads the page of a screen anew',
  identify: 'makes a screen show its name in large letters for 30 seconds',
};

/** `screen add`, `screen change`, `screen reload`, `screen identify` and `screens`. */
export function addScreenCommands(program: Command, context: CliContext): void {
  const screen = program.command('screen').description('manages screens');
  const add = screen
    .command('add <school> <name>')
    .description("adds a screen and prints its address, which holds the screen's secret")
    .option('--id <id>', 'short name; a random one by default');
  addScreenOptions(add).action(async (school: string, name: string, _options, command: Command) => {
    const options = command.optsWithGlobals<AddOptions>();
    const { id } = options;
    const client = await connect(options, context);
    const body = { ...screenFields(options), name, id };
    const answer = await client.call('POST', screensPath(school), screenAnswer, { body });
    const { info } = answer.screen;
    context.print(`Added screen ${answer.screen.id} (${info.name}). Open this on its device:`);
    context.print(`${serverUrl(options, context)}/screen#${answer.token}`);
    context.print('The address is shown this once. The first device to open it owns the screen.');
  });

  const change = screen
    .command('change <school> <screen>')
    .description('changes a screen; what is not named stays')
    .option('--name <name>', 'what it is called');
  addScreenOptions(change)
    .option('--no-group', 'only what is for all')
    .option('--no-division', "the school's first division")
    .option('--no-focus', 'no longer one class or one room')
    .option('--no-night', 'never black')
    .action(async (school: string, id: string, _options, command: Command) => {
      const options = command.optsWithGlobals<ConnectOptions & ScreenOptions>();
      const body = screenFields(options);
      const changed = Object.keys(body);
      if (changed.length === 0) throw new CliError('Say what to change; --help shows how.');
      const client = await connect(options, context);
      await client.call('PATCH', screenPath(school, id), changedScreenAnswer, { body });
      context.print(`Changed ${id}: ${changed.join(', ')}.`);
    });

  for (const name of COMMAND_NAMES) {
    screen
      .command(`${name} <school> <screen>`)
      .description(COMMANDS[name])
      .action(async (school: string, id: string, _options, command: Command) => {
        const client = await connect(command.optsWithGlobals(), context);
        const path = `${screenPath(school, id)}/commands`;
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
