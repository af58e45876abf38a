import type { Command } from 'commander';
import * as v from 'valibot';
import { changedScreenAnswer, screenAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect, serverUrl } from '../connect.js';
import { screenPath } from '../screen-path.js';

interface PairOptions extends ConnectOptions {
  readonly school: string;
  readonly screen: string;
}

/** `screen unbind`, `readmit`, `rotate` and `revoke`, `pair`, and `flag multi-device`. */
export function addBindingCommands(program: Command, context: CliContext): void {
  const screenCommand = subcommand(program, 'screen');

  /** A command that changes one screen, and what is said afterwards. */
  function add(name: string, about: string, method: string, at: string, said: string): void {
    screenCommand
      .command(`${name} <school> <screen>`)
      .description(about)
      .action(async (school: string, screen: string, _options, command: Command) => {
        const client = await connect(command.optsWithGlobals(), context);
        await client.call(method, screenPath(school, screen) + at, changedScreenAnswer);
        context.print(`${screen}: ${said}`);
      });
  }

  add(
    'unbind',
    'takes a screen from its device, for another to claim',
    'POST',
    '/unbind',
    'the next device to open its address owns it. Its last one is kept out until then.',
  );
  add(
    'readmit',
    'lets the device that was unbound claim the screen again',
    'POST',
    '/readmit',
    'its last device may claim it again.',
  );
  add('revoke', 'ends a screen for good', 'DELETE', '', 'revoked. Its address opens nothing now.');

  screenCommand
    .command('rotate <school> <screen>')
    .description('gives a screen a new address; the old one dies')
    .action(async (school: string, screen: string, _options, command: Command) => {
      const options = command.optsWithGlobals<ConnectOptions>();
      const client = await connect(options, context);
      const path = `${screenPath(school, screen)}/token`;
      const { token } = await client.call('POST', path, screenAnswer);
      context.print(`${screen}: the old address is dead. Open this on its device:`);
      context.print(`${serverUrl(options, context)}/screen#${token}`);
    });

  program
    .command('pair <code>')
    .description('gives a screen to the device that shows this code')
    .requiredOption('--school <school>', 'whose screen')
    .requiredOption('--screen <screen>', 'which screen; any other device loses it')
    .action(async (code: string, _options, command: Command) => {
      const options = command.optsWithGlobals<PairOptions>();
      const { school, screen } = options;
      const client = await connect(options, context);
      const path = `/pairings/${encodeURIComponent(code)}`;
      await client.call('POST', path, changedScreenAnswer, { body: { school, screen } });
      context.print(`${screen}: the device that shows ${code} takes it over in a moment.`);
    });

  subcommand(program, 'flag')
    .command('multi-device <school> <on|off>')
    .description('whether any number of devices may show each screen of a school')
    .action(async (school: string, value: string, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const path = `/schools/${encodeURIComponent(school)}/flags/multi-device`;
      await client.call('PUT', path, v.object({ multiDevice: v.string() }), {
        body: { multiDevice: value },
      });
      context.print(`Several devices for a screen of ${school}: ${value}.`);
    });
}

function subcommand(program: Command, name: string): Command {
  const known = program.commands.find((command) => command.name() === name);
  if (known === undefined) throw new Error(`there is no command ${name} to add to`);
  return known;
}
