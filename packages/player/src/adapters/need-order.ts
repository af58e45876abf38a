import type { Place } from './key-value.js';

/** Beyond this, what was needed long ago is as good as never needed. */
const MOST_KNOWN = 500;

/** Remembers over restarts which files were needed most recently (STORE-5). */
export interface NeedOrder {
  /** These are needed now. Never rejects. */
  put(hashes: readonly string[]): Promise<void>;
  /** The least recently needed first. Never rejects. */
  sort(hashes: readonly string[]): Promise<readonly string[]>;
}

/** @param place where the order is kept; without it, any file is as good as another to go. */
export function createNeedOrder(place: Place, key: string): NeedOrder {
  /** The most recently needed first. */
  let order = read();

  async function read(): Promise<readonly string[]> {
    const text = await place.get(key).catch(() => undefined);
    return text?.split(' ') ?? [];
  }

  return {
    async put(hashes) {
      order = order.then((known) => {
        const others = known.filter((hash) => !hashes.includes(hash));
        return [...hashes, ...others].slice(0, MOST_KNOWN);
      });
      await place.set(key, (await order).join(' ')).catch(() => undefined);
    },
    async sort(hashes) {
      const known = await order;
      const unknown = hashes.filter((hash) => !known.includes(hash));
      return [...unknown, ...known.filter((hash) => hashes.includes(hash)).reverse()];
    },
  };
}
