import { KeyedBuckets } from '../http/keyed-buckets.js';
import { type BucketLimit, TokenBucket } from '../http/token-bucket.js';

/** Devices of one screen that are told apart at once, where it may have several (BIND-3). */
const MAX_DEVICES_EACH = 100;

/** Screens whose strangers are counted at once. */
const MAX_SCREENS = 10_000;

interface ScreenBuckets {
  /** The device whose bucket `own` is: the first that came, which nearly always is the only one. */
  readonly device: string;
  readonly own: TokenBucket;
  readonly others: KeyedBuckets;
}

/** A bucket for each device that may read a screen; those that may not share one (HTTP-6). */
export class DeviceLimits {
  readonly #screens = new Map<string, ScreenBuckets>();
  readonly #strangers: KeyedBuckets;

  constructor(private readonly limit: BucketLimit) {
    this.#strangers = new KeyedBuckets(limit, MAX_SCREENS);
  }

  /**
   * @param screenId of a screen that exists: there are only so many.
   * @param device that may read the screen, or `undefined` for any other.
   * @returns 0 if it may go on, else the milliseconds to wait.
   */
  take(screenId: string, device: string | undefined, nowMs: number): number {
    if (device === undefined) return this.#strangers.take(screenId, nowMs);
    const screen = this.#screens.get(screenId) ?? this.#add(screenId, device);
    return screen.device === device ? screen.own.take(nowMs) : screen.others.take(device, nowMs);
  }

  #add(screenId: string, device: string): ScreenBuckets {
    const own = new TokenBucket(this.limit);
    const others = new KeyedBuckets(this.limit, MAX_DEVICES_EACH);
    const screen = { device, own, others };
    this.#screens.set(screenId, screen);
    return screen;
  }
}
