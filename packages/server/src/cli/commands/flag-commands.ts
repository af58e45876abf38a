import { Argument, type Command } from 'commander';
import type { AdminClient } from '../admin-client.js';
import { flagsAnswer, historyAnswer, realtimeAnswer, schoolRealtimeAnswer } from '../answers.js';
import { type CliContext, CliError } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';

interface FlagOptions extends ConnectOptions {
  readonly school?: string;
  readonly why?: string;
}

/** What decided on realtime, in words. */
const DECIDED_BY = {
  environment: 'DISPLAY_WS_ENABLED=false',
  'kill-switch': 'kill switch',
  school: 'its own say',
  percentage: 'percentage',
  default: 'default',
} as const;

const WHY = ['--why <reason>', 'what the history says of it'] as const;

/** `flag realtime`, `kill`, `percentage`, `show` and `history`. */
export function addFlagCommands(program: Command, context: CliContext): void {
  const flag = program.command('flag').description('switches features while the server runs');

  flag
    .command('realtime')
    .description('whether screens are told of changes at once; they poll either way')
    .addArgument(
      new Argument('<value>', 'default: what holds for all').choices(['on', 'off', 'default']),
    )
    .option('--school <school>', 'for this school alone, over what holds for all')
    .option(...WHY)
    .action(async (value: string, _options, command: Command) => {
      const options = command.optsWithGlobals<FlagOptions>();
      const { school, why } = options;
      const client = await connect(options, context);
      const path = school === undefined ? '/flags/realtime' : schoolPath(school);
      const body = { realtime: value, why };
      const { allowed } = await client.call('PUT', path, realtimeAnswer, { body });
      context.print(
        `Realtime is ${value} for ${school ?? 'all schools without a say of their own'}.`,
      );
      if (!allowed) {
        context.print('The server runs with DISPLAY_WS_ENABLED=false, which beats it.');
      }
    });

  flag
    .command('kill')
    .description('switches realtime off for every school, whatever else is set; off ends that')
    .addArgument(new Argument('<value>', 'on: no school has realtime').choices(['on', 'off']))
    .option(...WHY)
    .action(async (value: string, _options, command: Command) => {
      const options = command.optsWithGlobals<FlagOptions>();
      const client = await connect(options, context);
      const body = { kill: value, why: options.why };
      await client.call('PUT', '/flags/kill', flagsAnswer, { body });
      await printFlags(client, context);
    });

  flag
    .command('percentage')
    .description('for which share of the schools without a say of their own realtime is on')
    .argument('<value>', 'from 0 to 100, or none: the default decides')
    .option(...WHY)
    .action(async (value: string, _options, command: Command) => {
      const options = command.optsWithGlobals<FlagOptions>();
      const client = await connect(options, context);
      const body = { percentage: readPercentage(value), why: options.why };
      await client.call('PUT', '/flags/percentage', flagsAnswer, { body });
      await printFlags(client, context);
    });

  flag
    .command('show [school]')
    .description('what is set for all; or whether a school has realtime, and what decides so')
    .action(async (school: string | undefined, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      if (school === undefined) await printFlags(client, context);
      else {
        const { decision } = await client.call('GET', schoolPath(school), schoolRealtimeAnswer);
        context.print(
          `Realtime is ${decision.realtime} for ${school}: ${DECIDED_BY[decision.why]}.`,
        );
      }
    });

  flag
    .command('history [school]')
    .description('who changed what holds for all, or a school’s own say: newest first')
    .action(async (school: string | undefined, _options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      const path = school === undefined ? '/flags/history' : schoolPath(school);
      const { changes } = await client.call('GET', path, historyAnswer);
      const rows = changes.map(({ atMs, by, flag: name, from, to, why = '' }) => [
        new Date(atMs).toISOString(),
        by,
        name,
        from,
        to,
        why,
      ]);
      const heading = ['WHEN', 'WHO', 'FLAG', 'FROM', 'TO', 'WHY'];
      for (const line of formatTable(heading, rows)) context.print(line);
    });
}

async function printFlags(client: AdminClient, context: CliContext): Promise<void> {
  const flags = await client.call('GET', '/flags', flagsAnswer);
  const percentage = flags.percentage === null ? 'none' : `${Number(flags.percentage.toFixed(3))}`;
  const rows = [
    ['environment', flags.allowed ? 'allows realtime' : 'off: DISPLAY_WS_ENABLED=false'],
    ['kill switch', flags.kill],
    ['percentage', percentage],
    ['default', flags.realtime],
  ];
  const heading = ['FLAG', 'VALUE (the first that has a say decides)'];
  for (const line of formatTable(heading, rows)) context.print(line);
}

/** @throws CliError */
function readPercentage(text: string): number | null {
  if (text === 'none') return null;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= 0 && value <= 100) return value;
  throw new CliError(`${text} is no percentage: give a number from 0 to 100, or none`);
}

function schoolPath(school: string): string {
  return `/schools/${encodeURIComponent(school)}/flags/realtime`;
}
