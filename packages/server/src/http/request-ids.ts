import type { Random } from '../ports/random.js';

/** Under which an answer says its request's id, for whoever looks into the log (OBS-2). */
export const REQUEST_ID = 'x-request-id';

/** @returns makes an id for each request: unique in this process, and hardly met in another. */
export function createRequestIds(random: Random): () => string {
  const prefix = random.bytes(4).toString('hex');
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
}
