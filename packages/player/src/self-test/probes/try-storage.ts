import { createStore, del, get, set } from 'idb-keyval';
import { withinLimit } from '../../adapters/within-limit.js';
import type { Clock } from '../../ports/clock.js';
import type { Evidence } from '../evidence.js';

const LIMIT_MS = 2_000;
const NAME = 'hallboard-self-test';
const VALUE = 'kept';

/** Tries what the device keeps by keeping something there, and takes it away again (STORE-1). */
export async function tryStorage(clock: Clock): Promise<Evidence['storage']> {
  const kept = async (attempt: () => Promise<boolean>): Promise<boolean> => {
    const result = await withinLimit(clock, LIMIT_MS, attempt);
    return result.ok && result.value;
  };
  const [database, cacheStorage, localStorage] = await Promise.all([
    kept(tryDatabase),
    kept(tryCaches),
    kept(tryLocalStorage),
  ]);
  return { database, cacheStorage, localStorage };
}

async function tryDatabase(): Promise<boolean> {
  const store = createStore(NAME, 'trial');
  await set(NAME, VALUE, store);
  const isKept = (await get(NAME, store)) === VALUE;
  await del(NAME, store);
  return isKept;
}

async function tryCaches(): Promise<boolean> {
  const cache = await caches.open(NAME);
  await cache.put(`/${NAME}`, new Response(VALUE));
  const isKept = (await cache.match(`/${NAME}`)) !== undefined;
  await caches.delete(NAME);
  return isKept;
}

async function tryLocalStorage(): Promise<boolean> {
  const { localStorage } = window;
  localStorage.setItem(NAME, VALUE);
  const isKept = localStorage.getItem(NAME) === VALUE;
  localStorage.removeItem(NAME);
  return isKept;
}

/** How much the browser would still keep for this page; `undefined` where it does not say. */
export async function freeBytes(
  clock: Clock,
  owner: { readonly storage?: Pick<StorageManager, 'estimate'> } = navigator,
): Promise<number | undefined> {
  const result = await withinLimit(clock, LIMIT_MS, async () => {
    const { quota, usage = 0 } = (await owner.storage?.estimate()) ?? {};
    return quota === undefined ? undefined : quota - usage;
  });
  return result.ok ? result.value : undefined;
}
