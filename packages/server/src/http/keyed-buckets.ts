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
      bucket = new TokenBucket(this.limit, nowMs);
      this.#buckets.set(key, bucket);
      if (this.#buckets.size > this.maxKeys) this.#forgetOldest();
    }
    return bucket.take(nowMs);
  }

  #forgetOldest(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }
}
