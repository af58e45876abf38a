import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/index.js';
import { activateUpdates } from './shell-update.js';

function setUp() {
  const clock = new ManualClock();
  const world = { isWaiting: false, isQuiet: true, isAllowed: true, reloads: 0, takeOvers: 0 };
  /** The newer worker serves the page. */
  let takenOver: () => void = () => undefined;
  /** It cannot. */
  let failed: () => void = () => undefined;
  const stop = activateUpdates({
    worker: {
      isWaiting: () => world.isWaiting,
      takeOver(done, onFailed) {
        world.takeOvers += 1;
        takenOver = done;
        failed = onFailed;
      },
    },
    clock,
    isQuiet: () => world.isQuiet,
    reload: () =>
      world.isAllowed
        ? () => {
            world.reloads += 1;
          }
        : undefined,
  });
  const advanceS = (seconds: number): void => clock.timeline.advance(seconds * 1000);
  return { world, advanceS, takeOver: () => takenOver(), fail: () => failed(), stop };
}

describe('activateUpdates', () => {
  it('[UPD-2] lets a complete build take over, and reloads once it serves the page', () => {
    const { world, advanceS, takeOver } = setUp();
    advanceS(3600);
    expect(world.takeOvers).toBe(0);
    world.isWaiting = true;
    advanceS(10);
    expect(world).toMatchObject({ takeOvers: 1, reloads: 0 });
    takeOver();
    advanceS(3600);
    expect(world).toMatchObject({ takeOvers: 1, reloads: 1 });
  });

  it('[UPD-2] waits for a quiet moment', () => {
    const { world, advanceS } = setUp();
    Object.assign(world, { isWaiting: true, isQuiet: false });
    advanceS(3600);
    expect(world.takeOvers).toBe(0);
    world.isQuiet = true;
    advanceS(10);
    expect(world.takeOvers).toBe(1);
  });

  it('[UPD-2] leaves the old build in place where a reload is not allowed', () => {
    const { world, advanceS } = setUp();
    Object.assign(world, { isWaiting: true, isAllowed: false });
    advanceS(3600);
    expect(world.takeOvers).toBe(0);
    world.isAllowed = true;
    advanceS(10);
    expect(world.takeOvers).toBe(1);
  });

  it('[UPD-2] tries again where the newer build could not take over', () => {
    const { world, advanceS, takeOver, fail } = setUp();
    world.isWaiting = true;
    advanceS(10);
    fail();
    world.isWaiting = false;
    advanceS(3600);
    expect(world).toMatchObject({ takeOvers: 1, reloads: 0 });
    world.isWaiting = true;
    advanceS(10);
    takeOver();
    expect(world).toMatchObject({ takeOvers: 2, reloads: 1 });
  });

  it('does nothing more once stopped', () => {
    const { world, advanceS, stop } = setUp();
    world.isWaiting = true;
    stop();
    stop();
    advanceS(60);
    expect(world.takeOvers).toBe(0);
  });

  it('does nothing more once stopped, whatever the newer build comes to', () => {
    const { world, advanceS, fail, stop } = setUp();
    world.isWaiting = true;
    advanceS(10);
    stop();
    fail();
    advanceS(60);
    expect(world.takeOvers).toBe(1);
  });
});
