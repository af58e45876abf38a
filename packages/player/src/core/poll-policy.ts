/** After a change the first wait is drawn up to this (POLL-2). */
const FIRST_WAIT_MS = 10_000;
export const SHORTEST_WAIT_MS = 8_000;
export const LONGEST_WAIT_MS = 45_000;
const WAIT_GROWTH = 1.7;
/** The wait is drawn from this share of its ceiling up to all of it. */
const DRAW_FROM = 0.8;

/** How long each request may take (POLL-4). */
export const REQUEST_TIMEOUT_MS = { status: 6_000, snapshot: 15_000 } as const;
/** How often credentials that were rejected are tried again (POLL-5). */
const REJECTED_WAIT_MS = 300_000;
/** No more of a Retry-After counts (POLL-5). */
const LONGEST_RETRY_AFTER_MS = 200_000;
/** The wait is drawn up to half as much again. */
export const LONGEST_HOLD_MS = LONGEST_RETRY_AFTER_MS * 1.5;

/** A start, a wake or the network's return spread a fleet over this (POLL-6). */
export const WAKE_SPREAD_MS = 10_000;
/** The same for a screen that has nothing to show. */
export const EMPTY_WAKE_SPREAD_MS = 1_000;
/** An invalidate is answered no sooner, so that a burst is answered once (WS-5). */
export const INVALIDATE_DELAY_MS = 500;
/** The widest window that a server names; a wider one would keep a screen from its news (WS-8). */
export const LONGEST_SPREAD_MS = 10_000;

/** The longest wait after `rung` answers in a row without news. */
export function waitCeilingMs(rung: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * WAIT_GROWTH ** rung);
}

/** @param uniform drawn from [0, 1). */
export function waitMs(rung: number, uniform: number): number {
  return Math.max(SHORTEST_WAIT_MS, fromCeiling(waitCeilingMs(rung), uniform));
}

/** @param uniform drawn from [0, 1). */
export function rejectedWaitMs(uniform: number): number {
  return fromCeiling(REJECTED_WAIT_MS, uniform);
}

/**
 * How long a Retry-After forbids any refresh but an alert's. The longest is drawn as well: screens
 * that were held back together do not return together (P-4).
 * @param uniform drawn from [0, 1).
 */
export function retryAfterWaitMs(retryAfterMs: number, uniform: number): number {
  if (!(retryAfterMs > 0)) return 0;
  return Math.min(LONGEST_RETRY_AFTER_MS, retryAfterMs) * (1 + uniform / 2);
}

function fromCeiling(ceilingMs: number, uniform: number): number {
  return ceilingMs * (DRAW_FROM + (1 - DRAW_FROM) * uniform);
}
