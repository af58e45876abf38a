import type { Effect } from '../../core/effect.js';
import type { Input } from '../../core/event.js';
import type { PlayerState } from '../../core/state.js';
import { RateWatch } from './rate-watch.js';
import type { Report } from './violation.js';

/** The longest wait, after a request that took its whole timeout (POLL-2, POLL-4). */
const LONGEST_GAP_MS = 45_000 + 15_000 + 1_000;
/** A Retry-After or a rejection adds this (POLL-5). */
const HELD_MS = 300_000;
/** Nothing on the device ran: the gap is not the player's. A shorter one may add to a wait. */
const STANDSTILL_MS = 4_000;

/** Watches one player's attempts: never too rare (P-3), never too many (P-4). */
export class AttemptWatch {
  private readonly report: Report;
  private lastAtMs: number | undefined;
  private heldAtMs = -Infinity;
  private readonly rate: RateWatch;

  constructor(report: Report) {
    this.report = report;
    this.rate = new RateWatch('requests', report);
  }

  /** @param nowMs true time. */
  after(
    before: PlayerState,
    next: PlayerState,
    { at, event }: Input,
    effects: readonly Effect[],
    nowMs: number,
  ): void {
    const standstillMs = next.config.tickMs + STANDSTILL_MS;
    const stoodStill = at - before.watch.atMs > standstillMs;
    if (this.lastAtMs === undefined || stoodStill) this.lastAtMs = at;
    const isDue = event.kind === 'timer' && event.name === 'refresh';
    const requests = effects.filter(({ kind }) => kind === 'request').length;
    const isHeld = isHeldBack(before);
    if (isHeld) this.heldAtMs = at;
    const sinceMs = isHeld ? this.lastAtMs : Math.max(this.lastAtMs, this.heldAtMs);
    const longestMs = LONGEST_GAP_MS + standstillMs + (isHeld ? HELD_MS : 0);
    if (at - sinceMs > longestMs) {
      this.report('P-3', `no attempt for ${Math.round((at - this.lastAtMs) / 1000)} s`);
    }
    if (isDue || requests > 0) this.lastAtMs = at;
    for (let count = 0; count < requests; count += 1) this.rate.spend(nowMs);
  }
}

/** Waits for a Retry-After to pass, or with credentials that were rejected. */
export function isHeldBack({ poll, watch, contact }: PlayerState): boolean {
  if (poll.notBeforeMs > watch.atMs) return true;
  return contact.kind === 'failing' && contact.rejection !== undefined;
}
