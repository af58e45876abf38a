import { expect, it } from 'vitest';
import { ManualClock } from '../testing/index.js';
import { watchPainting } from './paint-watchdog.js';

function setUp() {
  const clock = new ManualClock();
  const world = { isPainting: true, restarts: 0 };
  watchPainting({
    clock,
    isPainting: () => world.isPainting,
    restart: (isWanted) => {
      if (isWanted()) world.restarts += 1;
    },
  });
  return { clock, world };
}

it('[UPD-4] reloads a page that runs and does not paint', () => {
  const { clock, world } = setUp();
  clock.advance(3_600_000);
  expect(world.restarts).toBe(0);
  world.isPainting = false;
  clock.advance(120_000);
  expect(world.restarts).toBe(1);
});

it('[UPD-4] lets a page that was suspended paint first', () => {
  const { clock, world } = setUp();
  clock.suspend(600_000);
  world.isPainting = false;
  clock.advance(600_000);
  world.isPainting = true;
  clock.advance(600_000);
  expect(world.restarts).toBe(0);
});
