import { join } from 'node:path';
import { ADMIN_KEY_FILE } from '../start/ensure-admin-key.js';
import { AdminClient } from './admin-client.js';
import { type CliContext, CliError } from './cli-context.js';

/** The options that every command takes. */
export interface ConnectOptions {
  readonly server?: string;
  readonly key?: string;
}

export const DEFAULT_SERVER = 'http://localhost:8080';

/** @returns the server's origin: from the option, the environment, or this machine's. */
export function serverUrl({ server }: ConnectOptions, { env }: CliContext): string {
  const url = server ?? env.HALLBOARD_URL ?? DEFAULT_SERVER;
  // What has no scheme may be taken for one: localhost:8080.
  const { protocol, origin } = URL.canParse(url) ? new URL(url) : { protocol: '', origin: '' };
  if (protocol === 'http:' || protocol === 'https:') return origin;
  throw new CliError(`The server ${url} is no address like ${DEFAULT_SERVER}`);
}

/**
 * @returns a client of the server, with the key from the option, the environment, or the data
 * directory of a server on this machine.
 */
export async function connect(options: ConnectOptions, context: CliContext): Promise<AdminClient> {
  const { env, fetch } = context;
  const key = options.key ?? env.HALLBOARD_KEY ?? (await keyFromDataDir(context));
  return new AdminClient({ server: serverUrl(options, context), key: key.trim(), fetch });
}

async function keyFromDataDir({ env, readFile }: CliContext): Promise<string> {
  const path = join(env.DATA_DIR ?? 'data', ADMIN_KEY_FILE);
  try {
    return await readFile(path);
  } catch (cause) {
    throw new CliError(
      `No administrator's key: set HALLBOARD_KEY, or run this where ${path} can be read.`,
      { cause },
    );
  }
}
