import { type CliContext, CliError } from '../cli/cli-context.js';
import { createProgram } from '../cli/program.js';
import { ManualClock } from './manual-clock.fixture.js';

/** The world of a command: its environment, and the files that it can read. */
export interface CommandWorld {
  readonly env: CliContext['env'];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** @default the real one */
  readonly fetch?: CliContext['fetch'];
}

/** Runs a command. @returns the lines that it printed. */
export async function runCli(
  { env, files = {}, fetch = globalThis.fetch }: CommandWorld,
  args: readonly string[],
): Promise<string[]> {
  const lines: string[] = [];
  function read(path: string): Buffer {
    const content = files[path];
    if (content === undefined) throw new Error(`ENOENT: no such file ${path}`);
    return Buffer.from(content);
  }
  const program = createProgram({
    env,
    fetch,
    clock: new ManualClock(),
    untilStopped: () => Promise.resolve(),
    print: (line) => lines.push(line),
    readFile: async (path) => read(path).toString(),
    readBytes: async (path) => read(path),
  });
  await program.parseAsync(args, { from: 'user' });
  return lines;
}

/** Runs a command that fails. @returns what the user is told. */
export async function failCli(world: CommandWorld, args: readonly string[]): Promise<string> {
  const error = await runCli(world, args).then(
    () => new Error('the command did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof CliError) return error.message;
  throw error;
}
