import { Argument, type Command } from 'commander';
import { realtimeAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';

interface FlagOptions extends ConnectOptions {
  readonly school?: string;
}

/** `flag realtime`. */
export function addFlagCommands(program: Command, context: CliContext): void {
  program
    .command('flag')
    .description('switches features while the server runs')
    .command('realtime')
    .description('whether screens are told of changes at once; they poll either way')
    .addArgument(
      new Argument('<value>', 'default: what holds for all').choices(['on', 'off', 'default']),
    )
    .option('--school <school>', 'for this school alone, over what holds for all')
    .action(async (value: string, _options, command: Command) => {
      const options = command.optsWithGlobals<FlagOptions>();
      const { school } = options;
      const client = await connect(options, context);
      const path =
        school === undefined
          ? '/flags/realtime'
          : `/schools/${encodeURIComponent(school)}/flags/realtime`;
      const body = { realtime: value };
      const { allowed } = await client.call('PUT', path, realtimeAnswer, { body });
      context.print(
        `Realtime is ${value} for ${school ?? 'all schools without a say of their own'}.`,
      );
      if (!allowed) {
        context.print('The server runs with DISPLAY_WS_ENABLED=false, which beats it.');
      }
    });
}
