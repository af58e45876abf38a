import type { Report } from './violation.js';

/** After something that all screens are told of, their next polls are still close together. */
const TOLD_SPREAD_MS = 60_000;
const WINDOW_MS = 1_000;
/** A second's share of the ten over which a wake is spread is a tenth; this is beyond chance. */
const HERD_SHARE = 0.75;
/** Fewer screens are no herd. */
const SMALLEST_HERD = 12;

/** Sees whether screens act at once that nothing has told to (P-4). */
export class FleetWatch {
  private readonly herd: number;
  private readonly report: Report;
  private readonly recentMs: number[] = [];
  private calmFromMs = -Infinity;

  constructor(screens: number, report: Report) {
    this.herd = Math.max(SMALLEST_HERD, Math.ceil(screens * HERD_SHARE));
    this.report = report;
  }

  /** A publish, a flag or a restart has reached every screen. */
  told(nowMs: number): void {
    this.calmFromMs = nowMs + TOLD_SPREAD_MS;
  }

  /** A screen that has content begins a refresh. */
  refreshed(nowMs: number): void {
    const recent = this.recentMs;
    while (recent[0] !== undefined && recent[0] <= nowMs - WINDOW_MS) recent.shift();
    recent.push(nowMs);
    if (recent.length < this.herd || nowMs < this.calmFromMs) return;
    this.report(
      'P-4',
      `${recent.length} screens refreshed within a second, and nothing told them to`,
    );
  }
}
