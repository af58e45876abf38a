import { createHash } from 'node:crypto';
import type { Random } from '../ports/random.js';

/** Randomness that repeats itself: the same seed gives the same draws. */
export function createSeededRandom(seed: string): Random {
  let count = 0;
  const draw = (): Buffer => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest();
  };
  return {
    bytes(size) {
      const chunks: Buffer[] = [];
      for (let held = 0; held < size; held += 32) chunks.push(draw());
      return Buffer.concat(chunks).subarray(0, size);
    },
    next: () => draw().readUInt32BE() / 2 ** 32,
  };
}
