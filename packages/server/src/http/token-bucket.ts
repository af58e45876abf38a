/** How much is allowed: `burst` at once, then `perSecond` on average. */
export interface BucketLimit {
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * One bucket of a rate limit, full at first. All that it keeps is when it will be full again, in
 * whole milliseconds, which the engine stores without allocating: it is on the path of every poll.
 */
export class TokenBucket {
  #fullAtMs = 0;

  constructor(private readonly limit: BucketLimit) {}

  /**
   * Takes a token if there is one.
   *
   * @param nowMs monotonic.
   * @returns 0 if one was taken, else the milliseconds until there will be one.
   */
  take(nowMs: number): number {
    const { perSecond, burst } = this.limit;
    const intervalMs = Math.ceil(1000 / perSecond);
    const startsAtMs = Math.max(this.#fullAtMs, Math.ceil(nowMs));
    const waitMs = startsAtMs - Math.floor(nowMs) - (burst - 1) * intervalMs;
    if (waitMs > 0) return waitMs;
    this.#fullAtMs = startsAtMs + intervalMs;
    return 0;
  }
}
