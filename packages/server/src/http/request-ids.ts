import type { Random } from '../ports/random.js';

/** @returns makes an id for each request: unique in this process, and hardly met in another. */
export function createRequestIds(random: Random): () => string {
  const prefix = random.bytes(4).toString('hex');
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
}
