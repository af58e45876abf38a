import { type BucketLimit, TokenBucket } from './token-bucket.js';

/** A bucket for each key, of which the least recently made are forgotten beyond `maxKeys`. */
export class KeyedBuckets {
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly limit: BucketLimit,
    private readonly maxKeys: number,
  ) {}

  /** @returns 0 if `key` may go on, else the milliseconds to wait. */
  take(key: string, nowMs: number): number {
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = new TokenBucket(this.limit);
      this.#buckets.set(key, bucket);
      if (this.#buckets.size > this.maxKeys) forgetOldest(this.#buckets);
    }
    return bucket.take(nowMs);
  }
}

/** Maps keep the order in which their keys came. */
function forgetOldest(map: Map<string, unknown>): void {
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}
