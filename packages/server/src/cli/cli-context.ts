import type { Clock } from '../ports/clock.js';

/** What the commands touch of the world, so that tests can stand in for it. */
export interface CliContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line of the result. */
  print(line: string): void;
  /** @throws the system's error, such as `ENOENT`. */
  readFile(path: string): Promise<string>;
  /** @throws the same. */
  readBytes(path: string): Promise<Uint8Array>;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Resolves once somebody wants the command to end; it goes on until then. */
  untilStopped(): Promise<void>;
}

/** What the user can do something about. Its message may have several lines. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
