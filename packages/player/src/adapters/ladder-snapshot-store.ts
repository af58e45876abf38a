import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type {
  Generation,
  Memory,
  SnapshotStore,
  StorageRung,
  Stored,
} from '../ports/snapshot-store.js';
import { deliver } from './deliver.js';
import type { AtomicKeyValue, KeyValue } from './key-value.js';
import { claimRing } from './ring-record.js';
import { createSnapshotPlace, ownerPrefix, type SnapshotPlace } from './snapshot-place.js';
import { type Attempt, LATE_READ_LIMIT_MS, READ_LIMIT_MS } from './within-limit.js';

export interface LadderOptions {
  /** Whose snapshots they are: a hash of the token, never the token itself (STORE-2). */
  readonly owner: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: AtomicKeyValue;
  /** Apart from the database on the disk: the second, independent copy (STORE-7). */
  readonly cache: KeyValue;
  /** Written only where neither of the others can be; rings always are. */
  readonly local: AtomicKeyValue;
  /** Whether what other tokens have stored is theirs to keep. @default false */
  readonly sharesDevice?: boolean;
}

/** Keeps snapshots in the best places that the device has, found by trying (STORE-1). */
export function createLadderSnapshotStore(options: LadderOptions): SnapshotStore {
  const { owner, clock, logger } = options;
  const database = createSnapshotPlace(options.database, owner, clock);
  const cache = createSnapshotPlace(options.cache, owner, clock);
  const local = createSnapshotPlace(options.local, owner, clock);

  async function load(limitMs = READ_LIMIT_MS): Promise<Stored> {
    const surveys = await Promise.all([
      database.survey(limitMs),
      cache.survey(limitMs),
      local.survey(limitMs),
    ]);
    const [inDatabase, inCache, inLocal] = surveys;
    const generations = [...inDatabase.generations, ...inCache.generations, ...inLocal.generations];
    const isWhole = surveys.every((survey) => survey.isWhole);
    // What is slow, as a database is after a power cut, may have what no other place has (P-1).
    if (generations.length === 0 && !isWhole && limitMs === READ_LIMIT_MS) {
      return load(LATE_READ_LIMIT_MS);
    }
    return {
      rung: findRung(inDatabase.trial.ok, inCache.trial.ok, inLocal.trial.ok),
      generations,
      memory: newest(inDatabase.memory, inLocal.memory),
    };
  }

  async function save(generation: Generation, keep: number | undefined): Promise<boolean> {
    const write = async (place: SnapshotPlace): Promise<boolean> =>
      succeeded('storage.save-failed', place, await place.save(generation, keep));
    const [inDatabase, inCache] = await Promise.all([write(database), write(cache)]);
    const isSaved = inDatabase || inCache || (await write(local));
    if (isSaved && !options.sharesDevice) await eraseOthers();
    return isSaved;
  }

  async function remember(memory: Memory): Promise<boolean> {
    const write = async (place: SnapshotPlace): Promise<boolean> =>
      succeeded('storage.remember-failed', place, await place.remember(memory));
    return (await write(database)) || (await write(local));
  }

  /** Only now that the new token has brought content: a mistyped one must not cost the old. */
  async function eraseOthers(): Promise<void> {
    const erase = async (place: SnapshotPlace): Promise<boolean> =>
      succeeded('storage.erase-failed', place, await place.eraseOthers());
    await Promise.all([erase(database), erase(cache), erase(local)]);
  }

  /** Another place may make the failure good, but it shall not hide it. */
  function succeeded(name: string, place: SnapshotPlace, attempt: Attempt<void>): boolean {
    if (attempt.ok) return true;
    logger.log({ level: 'warn', name, details: { place: place.name, error: attempt.error } });
    return false;
  }

  return {
    load: (done) => deliver(load(), done),
    save: (generation, keep, done) => deliver(save(generation, keep), done),
    claimRing: (key, done) =>
      deliver(claimRing([options.database, options.local], ownerPrefix(owner), clock, key), done),
    remember: (memory, done) => deliver(remember(memory), done),
  };
}

function findRung(hasDatabase: boolean, hasCache: boolean, hasLocal: boolean): StorageRung {
  if (hasDatabase && hasCache) return 'worker-and-database';
  // Either alone keeps whole snapshots, in two generations.
  if (hasDatabase || hasCache) return 'database';
  return hasLocal ? 'local-storage' : 'memory';
}

/** A memory that was written where the other place failed is the newer one. */
function newest(a: Memory, b: Memory): Memory {
  const newerMs = (b.lastTrueMs ?? 0) - (a.lastTrueMs ?? 0);
  // A start is counted before the time is known.
  return newerMs > 0 || (newerMs === 0 && (b.boots ?? 0) > (a.boots ?? 0)) ? b : a;
}
