import { KeyedBuckets } from '../http/keyed-buckets.js';
import type { BucketLimit } from '../http/token-bucket.js';

/** Devices of one screen that are told apart at once, where it may have several (BIND-3). */
const MAX_DEVICES_EACH = 100;

/** A bucket for each device of each screen; those that do not own it share one (HTTP-6). */
export class DeviceLimits {
  // Two steps, since joining the keys would cost each request a new string.
  readonly #screens = new Map<string, KeyedBuckets<string>>();

  constructor(private readonly limit: BucketLimit) {}

  /**
   * @param screenId of a screen that exists: there are only so many.
   * @param owner the device that owns the screen, or `undefined` for any other.
   * @returns 0 if it may go on, else the milliseconds to wait.
   */
  take(screenId: string, owner: string | undefined, nowMs: number): number {
    let buckets = this.#screens.get(screenId);
    if (buckets === undefined) {
      buckets = new KeyedBuckets(this.limit, MAX_DEVICES_EACH);
      this.#screens.set(screenId, buckets);
    }
    return buckets.take(owner ?? '', nowMs);
  }
}
