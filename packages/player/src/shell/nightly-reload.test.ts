import { describe, expect, it } from 'vitest';
import { ManualClock, seededRandom } from '../testing/index.js';
import { reloadNightly } from './nightly-reload.js';

const HOUR_MS = 3_600_000;

function setUp(seed = 1) {
  const clock = new ManualClock();
  const startMs = clock.timeline.nowMs;
  const world = { isOut: false, restartsAtMs: [] as number[] };
  const isOutOfHours = () => world.isOut;
  const stop = reloadNightly({
    clock,
    random: seededRandom(seed),
    restart: (isWanted) => {
      expect(isWanted()).toBe(true);
      world.restartsAtMs.push(clock.timeline.nowMs - startMs);
    },
    isOutOfHours,
  });
  return { clock, world, stop };
}

describe('reloadNightly', () => {
  it('[UPD-4] leaves a page alone before it has run for 20 hours, and in school hours', () => {
    const { clock, world } = setUp();
    world.isOut = true;
    clock.advance(20 * HOUR_MS - 60_000);
    world.isOut = false;
    clock.advance(80 * HOUR_MS);
    expect(world.restartsAtMs).toEqual([]);
    world.isOut = true;
    clock.advance(HOUR_MS);
    expect(world.restartsAtMs.length).toBeGreaterThan(0);
  });

  it('[UPD-4] [P-4] comes at a minute of its own, within an hour out of hours', () => {
    const firstMs = Array.from({ length: 60 }, (_, seed) => {
      const { clock, world, stop } = setUp(seed);
      world.isOut = true;
      clock.advance(21 * HOUR_MS + 60_000);
      stop();
      return world.restartsAtMs[0] ?? Number.NaN;
    });
    expect(Math.min(...firstMs)).toBeGreaterThanOrEqual(20 * HOUR_MS);
    expect(Math.max(...firstMs)).toBeLessThanOrEqual(21 * HOUR_MS);
    expect(new Set(firstMs).size).toBeGreaterThan(25);
  });

  it('does nothing more once stopped', () => {
    const { clock, world, stop } = setUp();
    world.isOut = true;
    stop();
    clock.advance(48 * HOUR_MS);
    expect(world.restartsAtMs).toEqual([]);
  });
});
