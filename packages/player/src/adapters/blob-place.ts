import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';

/** A place on the device that keeps files. Any call may throw, hang or reject. */
export interface BlobPlace {
  get(key: string): Promise<Blob | undefined>;
  set(key: string, blob: Blob): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

const NAME = 'hallboard-media';
/** Never requested, so nothing but this file reads what is under it. */
const PATH = '/.hallboard/media/';

export interface CacheBlobPlaceOptions {
  /** There only in secure contexts, and may throw. @default the page's `caches` */
  readonly open?: () => CacheStorage;
  /** @default the page's origin */
  readonly origin?: string;
}

/** Cache Storage, apart from the snapshot's cache. */
export function createCacheBlobPlace(options: CacheBlobPlaceOptions = {}): BlobPlace {
  const { open = () => caches, origin = location.origin } = options;
  const cache = async (): Promise<Cache> => open().open(NAME);
  const prefix = origin + PATH;
  return {
    async get(key) {
      const response = await (await cache()).match(prefix + key);
      return response?.blob();
    },
    async set(key, blob) {
      await (await cache()).put(prefix + key, new Response(blob));
    },
    async remove(key) {
      await (await cache()).delete(prefix + key);
    },
    async keys() {
      const requests = await (await cache()).keys();
      return requests.map(({ url }) => url.slice(prefix.length));
    },
  };
}

/** IndexedDB, which is there on plain http too; a database of its own, beside the snapshot's. */
export function createDatabaseBlobPlace(): BlobPlace {
  let connection: UseStore | undefined;

  async function use<T>(operation: (store: UseStore) => Promise<T>): Promise<T> {
    connection ??= createStore(NAME, 'files');
    try {
      return await operation(connection);
    } catch (error) {
      // A connection that has died would fail for ever.
      connection = undefined;
      throw error;
    }
  }

  return {
    async get(key) {
      const value = await use((store) => get<unknown>(key, store));
      return value instanceof Blob ? value : undefined;
    },
    set: (key, blob) => use((store) => set(key, blob, store)),
    remove: (key) => use((store) => del(key, store)),
    keys: () => use((store) => keys<string>(store)),
  };
}
