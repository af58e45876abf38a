import { randomScript, simulate } from '@hallboard/player/testing';
import { expect, it } from 'vitest';
import { calibrate, measured } from './measure.js';

const SCREENS = 20;
const DAYS = 30;
const DAY_MS = 24 * 3_600_000;
/** Of one process; what CI affords. */
const BUDGET_MS = 90_000;
/** Each screen meets something every other day, beside what happens to all of them. */
const FAULTS = (SCREENS * DAYS) / 2;

it('[P-1] [P-3] [P-4] twenty screens live through thirty days of faults', ({ task }) => {
  const durationMs = DAYS * DAY_MS;
  const script = randomScript({ seed: 1, screens: SCREENS, durationMs, faults: FAULTS });
  const stepsPerMs = calibrate();
  const { result, costMs } = measured(() =>
    simulate({ screens: SCREENS, durationMs, seed: 1, tickMs: 60_000 }, script),
  );
  const perSecond = Math.round((result.events / costMs) * 1000);
  const steps = Math.round((stepsPerMs * costMs) / result.events);
  task.meta.notes = [
    `${SCREENS} screens × ${DAYS} days: ${result.events} events and ${result.boots} boots in ` +
      `${(costMs / 1000).toFixed(1)} CPU seconds, ${perSecond} a second, one for each ${steps} ` +
      'steps of a plain loop',
  ];
  expect(result.violation).toBeUndefined();
  expect(result.events).toBeGreaterThan(4_000_000);
  expect(costMs).toBeLessThan(BUDGET_MS);
}, 600_000);

declare module 'vitest' {
  interface TaskMeta {
    /** What a test measured; the suite shows it. */
    notes?: readonly string[];
  }
}
