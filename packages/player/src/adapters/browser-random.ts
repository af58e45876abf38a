import type { Random } from '../ports/random.js';

/** What is used of `crypto`. */
export type RandomSource = Pick<Crypto, 'getRandomValues'>;

/**
 * Uniform numbers from the platform's secure generator, since a device's id is drawn from them
 * (STORE-6); from `Math.random` only where there is none.
 * @param source @default the page's `crypto`
 */
export function createBrowserRandom(source: RandomSource | undefined = pageCrypto()): Random {
  if (source === undefined) return { next: () => Math.random() };
  const words = new Uint32Array(2);
  return {
    next() {
      source.getRandomValues(words);
      const [high = 0, low = 0] = words;
      // 53 bits, as many as a number in [0, 1) holds evenly.
      return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
    },
  };
}

function pageCrypto(): RandomSource | undefined {
  return typeof crypto === 'undefined' ? undefined : crypto;
}
