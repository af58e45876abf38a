import type { KeyValue } from './key-value.js';

const CACHE_NAME = 'hallboard';

/** Never requested, so nothing but this file reads what is under it. */
const PATH = '/.hallboard/';

export interface CachePlaceOptions {
  /** There only in secure contexts, and may throw. @default the page's `caches` */
  readonly open?: () => CacheStorage;
  /** @default the page's origin */
  readonly origin?: string;
}

/** Cache Storage: apart from IndexedDB on the disk, so that it can outlive it (STORE-7). */
export function createCachePlace(options: CachePlaceOptions = {}): KeyValue {
  const { open = () => caches, origin = location.origin } = options;
  const cache = (): Promise<Cache> => open().open(CACHE_NAME);
  const address = (key: string): string => `${origin}${PATH}${encodeURI(key)}`;
  return {
    name: 'cache-storage',
    async get(key) {
      const response = await (await cache()).match(address(key));
      return response?.text();
    },
    async set(key, text) {
      await (await cache()).put(address(key), new Response(text));
    },
    async remove(key) {
      await (await cache()).delete(address(key));
    },
    async keys() {
      const prefix = address('');
      const requests = await (await cache()).keys();
      return requests.map(({ url }) => decodeURI(url.slice(prefix.length)));
    },
  };
}
