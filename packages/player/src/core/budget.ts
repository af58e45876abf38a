import type { MonoMs } from './timers.js';

/**
 * The player's own share of P-4, a token bucket. One less than the server's burst of four, so that
 * a network which delays one request and not the next does not make two look too close.
 */
export interface Budget {
  readonly tokens: number;
  readonly atMs: MonoMs;
}

export const BUDGET_BURST = 3;
const BUDGET_PER_MS = 1 / 1000;

export function fullBudget(at: MonoMs): Budget {
  return { tokens: BUDGET_BURST, atMs: at };
}

/** @returns the bucket after one request at `at`, or how long that request has to wait. */
export function spend(
  budget: Budget,
  at: MonoMs,
):
  | { readonly kind: 'spent'; readonly budget: Budget }
  | { readonly kind: 'wait'; readonly waitMs: number } {
  const tokens = Math.min(BUDGET_BURST, budget.tokens + (at - budget.atMs) * BUDGET_PER_MS);
  if (tokens >= 1) return { kind: 'spent', budget: { tokens: tokens - 1, atMs: at } };
  return { kind: 'wait', waitMs: Math.ceil((1 - tokens) / BUDGET_PER_MS) };
}
