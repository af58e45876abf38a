import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, restMs } from './backoff.js';

const ALMOST_ONE = 1 - 2 ** -32;

describe('backoffMs', () => {
  it('[WS-6] doubles its ceiling from 1 s to 60 s', () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) =>
      Math.round(backoffMs(n, 0, ALMOST_ONE)),
    );
    expect(ceilings).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('[WS-6] is full jitter: anything from nothing to the ceiling', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000),
        fc.double({ min: 0, max: ALMOST_ONE, noNaN: true }),
        (n, drawn) => {
          const wait = backoffMs(n, 1_000, drawn);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(60_000);
          expect(wait).toBeCloseTo(drawn * backoffMs(n, 1_000, 1));
        },
      ),
    );
  });

  it('[WS-6] opens the first socket within uniform(0, reconnectMs)', () => {
    expect(backoffMs(0, 7_000, ALMOST_ONE)).toBeCloseTo(7_000, 2);
    expect(backoffMs(0, 7_000, 0)).toBe(0);
  });

  it('[P-4] spreads the reconnects after a restart over the same window', () => {
    expect(backoffMs(1, 10_000, ALMOST_ONE)).toBeCloseTo(10_000, 2);
  });
});

it('[WS-6] rests 5 min ± 50 %', () => {
  expect(restMs(0)).toBe(150_000);
  expect(restMs(ALMOST_ONE)).toBeCloseTo(450_000, 1);
});
