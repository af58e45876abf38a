/** How much is allowed: `burst` at once, then `perSecond` on average. */
export interface BucketLimit {
  readonly perSecond: number;
  readonly burst: number;
}

/** One bucket of a rate limit, full at first. */
export class TokenBucket {
  #tokens: number;
  #atMs: number;

  constructor(
    private readonly limit: BucketLimit,
    nowMs: number,
  ) {
    this.#tokens = limit.burst;
    this.#atMs = nowMs;
  }

  /**
   * Takes a token if there is one.
   *
   * @param nowMs monotonic.
   * @returns 0 if one was taken, else the milliseconds until there will be one.
   */
  take(nowMs: number): number {
    const { perSecond, burst } = this.limit;
    this.#tokens = Math.min(burst, this.#tokens + ((nowMs - this.#atMs) / 1000) * perSecond);
    this.#atMs = nowMs;
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / perSecond) * 1000);
    this.#tokens -= 1;
    return 0;
  }
}
