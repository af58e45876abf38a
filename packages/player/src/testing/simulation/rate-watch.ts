import type { Report } from './violation.js';

const BURST = 4;
const PER_MS = 1 / 1000;
/** What two of the device's clock readings may differ from true time within one bucket. */
const ROUNDING = 0.01;

/** Watches that one kind of request is never made more often than the server lets it (P-4). */
export class RateWatch {
  private readonly what: string;
  private readonly report: Report;
  private tokens = BURST;
  private spentAtMs = 0;

  constructor(what: string, report: Report) {
    this.what = what;
    this.report = report;
  }

  /** @param nowMs true time. */
  spend(nowMs: number): void {
    const refilled = this.tokens + (nowMs - this.spentAtMs) * PER_MS;
    this.tokens = Math.min(BURST, refilled) - 1;
    this.spentAtMs = nowMs;
    if (this.tokens >= -ROUNDING) return;
    this.report('P-4', `${this.what}: more than one a second, and four at once`);
  }
}
