import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LONGEST_WAIT_MS,
  REQUEST_TIMEOUT_MS,
  rejectedWaitMs,
  retryAfterWaitMs,
  SHORTEST_WAIT_MS,
  waitCeilingMs,
  waitMs,
} from './poll-policy.js';

const ALMOST_ONE = 1 - 2 ** -32;
const uniform = fc.double({ min: 0, max: ALMOST_ONE, noNaN: true });

describe('waitMs', () => {
  it('[POLL-2] draws the first wait after a change from 8 to 10 s', () => {
    expect(waitMs(0, 0)).toBe(8_000);
    expect(waitMs(0, ALMOST_ONE)).toBeCloseTo(10_000);
  });

  it('[POLL-2] grows by 1.7 with each unchanged answer, to 45 s at most', () => {
    expect([0, 1, 2, 3, 4, 99].map(waitCeilingMs).map(Math.round)).toEqual([
      10_000, 17_000, 28_900, 45_000, 45_000, 45_000,
    ]);
    expect(waitCeilingMs(1_000_000)).toBe(45_000);
  });

  it('[POLL-2] draws from [0.8 x, x] and never below 8 s', () => {
    fc.assert(
      fc.property(fc.nat(50), uniform, (rung, drawn) => {
        const ceilingMs = waitCeilingMs(rung);
        const wait = waitMs(rung, drawn);
        expect(wait).toBeGreaterThanOrEqual(Math.max(SHORTEST_WAIT_MS, 0.8 * ceilingMs));
        expect(wait).toBeLessThanOrEqual(Math.min(LONGEST_WAIT_MS, ceilingMs));
      }),
    );
  });
});

describe('retryAfterWaitMs', () => {
  it('[POLL-5] is uniform(1, 1.5) × Retry-After', () => {
    expect(retryAfterWaitMs(20_000, 0)).toBe(20_000);
    expect(retryAfterWaitMs(20_000, ALMOST_ONE)).toBeCloseTo(30_000, 2);
  });

  it('[POLL-5] [P-4] is drawn from 200 to 300 s for the longest, so that no two screens agree', () => {
    for (const retryAfterMs of [200_000, 250_000, 3_600_000, Infinity]) {
      expect(retryAfterWaitMs(retryAfterMs, 0)).toBe(200_000);
      expect(retryAfterWaitMs(retryAfterMs, 0.9)).toBe(290_000);
      expect(retryAfterWaitMs(retryAfterMs, ALMOST_ONE)).toBeCloseTo(300_000, 1);
    }
  });

  it('holds nobody back for a Retry-After that makes no sense', () => {
    expect(retryAfterWaitMs(-5, 0.5)).toBe(0);
    expect(retryAfterWaitMs(Number.NaN, 0.5)).toBe(0);
  });
});

it('[POLL-5] retries rejected credentials every 5 min', () => {
  expect(rejectedWaitMs(0)).toBe(240_000);
  expect(rejectedWaitMs(ALMOST_ONE)).toBeCloseTo(300_000, 1);
});

it('[POLL-4] gives a status 6 s and a snapshot 15 s', () => {
  expect(REQUEST_TIMEOUT_MS).toEqual({ status: 6_000, snapshot: 15_000 });
});
