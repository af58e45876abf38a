const BURST = 4;
const PER_MS = 1 / 1000;

/** The display API's limit: one request a second for each device, and four at once (HTTP-6). */
export class RequestLimit {
  private readonly buckets = new Map<string, { tokens: number; atMs: number }>();

  /** @returns how long the device has to wait, 0 if the request is let through. */
  take(deviceId: string, nowMs: number): number {
    const bucket = this.buckets.get(deviceId) ?? { tokens: BURST, atMs: nowMs };
    const tokens = Math.min(BURST, bucket.tokens + (nowMs - bucket.atMs) * PER_MS);
    const isLet = tokens >= 1;
    this.buckets.set(deviceId, { tokens: isLet ? tokens - 1 : tokens, atMs: nowMs });
    return isLet ? 0 : Math.ceil((1 - tokens) / PER_MS);
  }
}
