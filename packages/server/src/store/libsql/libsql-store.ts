import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import type { Store } from '../store.js';

export interface LibsqlStoreOptions {
  /** The database file. Its directory is made if missing, and belongs to one process (SRV-1). */
  readonly path: string;
  readonly clock: Clock;
  /** Makes the epoch of a new database. */
  readonly random: Random;
}

/**
 * Opens the embedded store, and makes or migrates its database.
 * @throws StoreInUseError if another process has it open.
 * @throws StoreUnavailableError if it cannot be opened.
 */
export async function openLibsqlStore(_options: LibsqlStoreOptions): Promise<Store> {
  throw new Error('not written yet');
}
