import { createStore, del, get, keys, set, type UseStore, update } from 'idb-keyval';
import type { Clock } from '../ports/clock.js';
import { createDatabaseName } from './database-name.js';
import type { AtomicKeyValue, Place } from './key-value.js';
import { READ_LIMIT_MS, withinLimit } from './within-limit.js';

export interface DatabasePlaceOptions {
  readonly clock: Clock;
  /** Where the database's name is kept, in case it has to be replaced (STORE-9). */
  readonly register: Place;
}

/** IndexedDB through `idb-keyval`, which leaves several ways to fail to its caller. */
export function createDatabasePlace({ clock, register }: DatabasePlaceOptions): AtomicKeyValue {
  const naming = createDatabaseName(register);
  let connection: UseStore | undefined;
  let isWatched = false;

  async function use<T>(operation: (store: UseStore) => Promise<T>): Promise<T> {
    const { name } = await naming.choose();
    connection ??= createStore(name, 'keyval');
    try {
      return await operation(connection);
    } catch (error) {
      if (!isDead(error)) throw error;
      // idb-keyval would keep the dead connection for ever.
      connection = createStore(name, 'keyval');
      return operation(connection);
    }
  }

  /** The first use of a boot tells whether the database opens (STORE-9); it may yet do so late. */
  async function watch(first: Promise<unknown>): Promise<void> {
    const inTime = await withinLimit(clock, READ_LIMIT_MS, () => first);
    await naming.report(inTime.ok);
    if (!inTime.ok) {
      await first;
      await naming.report(true);
    }
    const { replaced } = await naming.choose();
    if (replaced !== undefined) indexedDB.deleteDatabase(replaced);
  }

  function run<T>(operation: (store: UseStore) => Promise<T>): Promise<T> {
    const result = use(operation);
    if (!isWatched) {
      isWatched = true;
      // What fails here fails for the caller too, who hears of it.
      watch(result).catch(() => undefined);
    }
    return result;
  }

  return {
    name: 'database',
    async get(key) {
      const value = await run((store) => get<unknown>(key, store));
      return typeof value === 'string' ? value : undefined;
    },
    set: (key, text) => run((store) => set(key, text, store)),
    change: (key, change) =>
      run((store) =>
        update<unknown>(
          key,
          (value) => change(typeof value === 'string' ? value : undefined),
          store,
        ),
      ),
    remove: (key) => run((store) => del(key, store)),
    async keys() {
      const found = await run((store) => keys(store));
      return found.filter((key): key is string => typeof key === 'string');
    },
  };
}

function isDead(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}
