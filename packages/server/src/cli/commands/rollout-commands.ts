import type { Command } from 'commander';
import type * as v from 'valibot';
import { rolloutAnswer } from '../answers.js';
import type { CliContext } from '../cli-context.js';
import { type ConnectOptions, connect } from '../connect.js';
import { formatTable } from '../format-table.js';

type Rollout = v.InferOutput<typeof rolloutAnswer>;

interface RolloutOptions extends ConnectOptions {
  readonly why?: string;
}

const STEPS = {
  start: 'begins with the first stage that adds a school to those that are on',
  advance: 'goes to the next stage before this one has been watched for its time',
  halt: 'ends the rollout, and switches its last stage off',
} as const;

/** `rollout start`, `advance`, `halt` and `status`. */
export function addRolloutCommands(program: Command, context: CliContext): void {
  const rollout = program
    .command('rollout')
    .description('takes realtime to every school in stages, and halts by itself where it fails');

  for (const [name, about] of Object.entries(STEPS)) {
    rollout
      .command(name)
      .description(about)
      .option('--why <reason>', 'what the history says of it')
      .action(async (_options, command: Command) => {
        const options = command.optsWithGlobals<RolloutOptions>();
        const client = await connect(options, context);
        const body = { why: options.why };
        print(await client.call('POST', `/rollout/${name}`, rolloutAnswer, { body }), context);
      });
  }

  rollout
    .command('status')
    .description('where it stands, and how each abort criterion does')
    .action(async (_options, command: Command) => {
      const client = await connect(command.optsWithGlobals(), context);
      print(await client.call('GET', '/rollout', rolloutAnswer), context);
    });
}

function print(rollout: Rollout, context: CliContext): void {
  const { on: count, of } = rollout.schools;
  const on = `On for ${count} of the ${of} schools without a say of their own`;
  switch (rollout.status) {
    case 'none':
      context.print(`There has been no rollout. ${on}.`);
      break;
    case 'done':
      context.print(`Done since ${instant(rollout.atMs)}. ${on}.`);
      break;
    case 'halted':
      context.print(`Halted at ${stage(rollout)}, ${instant(rollout.atMs)}. ${on}.`);
      context.print(`Why: ${rollout.why}`);
      break;
    case 'running': {
      context.print(`Running: ${stage(rollout)}. ${on}.`);
      context.print(`Watched until ${instant(rollout.nextAtMs)}.`);
      const rows = rollout.criteria.map(({ name, text }) => [name, text]);
      for (const line of formatTable(['CRITERION', 'NOW'], rows)) context.print(line);
    }
  }
}

function stage({ stage: { number, of, name } }: Extract<Rollout, { stage: object }>): string {
  return `stage ${number} of ${of} (${name})`;
}

function instant(atMs: number): string {
  return new Date(atMs).toISOString();
}
