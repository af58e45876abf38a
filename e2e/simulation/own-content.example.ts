import {
  randomScript,
  type SimulationResult,
  sampleContent,
  simulate,
} from '@hallboard/player/testing';

const DAY_MS = 24 * 3_600_000;

/** Two days of ten screens that show a school's own notices, and forty things that go wrong. */
export function simulateOwnContent(seed: number): SimulationResult {
  const sample = sampleContent(7);
  const config = {
    seed,
    screens: 10,
    durationMs: 2 * DAY_MS,
    content: (nowMs: number, count: number) => ({
      ...sample(nowMs, count),
      announcements: [
        { id: 'hall', groups: [], level: 'info' as const, title: 'Assembly is in the new hall' },
      ],
    }),
  };
  return simulate(config, randomScript({ ...config, faults: 40 }));
}
