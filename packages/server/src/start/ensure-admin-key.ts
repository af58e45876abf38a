import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../ports/clock.js';
import { hashSecret } from '../screens/token.js';
import type { Store } from '../store/store.js';

/** Where the first key is kept for the CLI on the same machine, readable by the owner alone. */
export const ADMIN_KEY_FILE = 'admin.key';

export interface EnsureAdminKeyOptions {
  readonly store: Store;
  readonly clock: Clock;
  /**
   * What the key is to be. The same each time that is tried: an answer of the store that was late may
   * have been that it has it.
   */
  readonly key: string;
  readonly dataDir: string;
}

/**
 * Makes a key that owns everything for a store that has none. The file tells nothing that its directory
 * does not: who can read it can write keys into the store.
 *
 * @returns the key, or `undefined` where there was one already.
 */
export async function ensureAdminKey(options: EnsureAdminKeyOptions): Promise<string | undefined> {
  const { store, clock, key, dataDir } = options;
  const keyHash = hashSecret(key);
  const keys = await store.adminKeys();
  if (keys.length > 0) return keys.some((one) => one.keyHash === keyHash) ? key : undefined;
  // First the file: a key that the store knows and nobody else would lock everybody out.
  const path = join(dataDir, ADMIN_KEY_FILE);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(path, `${key}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
  const isFirst = await store.addAdminKey({
    id: 'first',
    name: 'First administrator',
    role: 'owner',
    keyHash,
    createdAtMs: clock.wallMs(),
  });
  if (isFirst || (await store.adminKeyByHash(keyHash)) !== undefined) return key;
  // Another node was first: what opens nothing is not kept.
  await rm(path);
  return undefined;
}
