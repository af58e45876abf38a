import { expect, it } from 'vitest';
import { present } from '../present.js';
import { TestScreen } from './screen.fixture.js';

it('[P-5] [TIME-1] a sleep as long as the wall clock is behind leaves the time unconfirmed', () => {
  // Found by the simulator: it looks like a wall clock that somebody has put right.
  const behindMs = 9_500;
  const screen = new TestScreen({ clock: { wallErrorMs: -behindMs } }).startLive();
  const time = (): string => {
    const view = present(screen.state, screen.core.trueNowMs());
    return view.kind === 'content' ? view.time : 'none';
  };
  expect(time()).toBe('confirmed');
  screen.clock.sleep(behindMs);
  screen.advance(behindMs);
  screen.until(() => time() === 'unconfirmed', 1_000);
  screen.until(() => time() === 'confirmed', 11_000);
  expect(Math.abs(screen.core.trueNowMs() - screen.timeline.nowMs)).toBeLessThan(1_000);
});

it('[P-4] [TIME-1] a sleep that hides behind a wall clock set back is a wake like any other', () => {
  // Found by the simulator: what was pushed meanwhile made a whole fleet refresh at once.
  const draws = Array.from({ length: 20 }, (_, seed) => {
    const one = new TestScreen({ seed }).startLive();
    one.clock.sleep(3_600_000);
    one.clock.jumpWall(-24 * 3_600_000);
    one.advance(1_800_000);
    one.server.publish();
    one.advance(1_800_000);
    return one.until(() => one.shown === one.server.revision, 11_000);
  });
  expect(Math.max(...draws) - Math.min(...draws)).toBeGreaterThan(5_000);
});

it('[POLL-5] [P-4] a refresh that its budget interrupts goes on, and does not start over', () => {
  // Found by the simulator: somebody on the way said 304 to everything, a burst had used up the
  // budget, and the screen asked the same question every second for as long as that lasted.
  const screen = new TestScreen().startLive();
  screen.advance(600_000);
  screen.link.requestFault = { kind: 'not-modified' };
  screen.server.publish();
  screen.advance(754);
  screen.server.publish();
  const before = screen.requests().length;
  screen.advance(60_000);
  expect(screen.requests(before).length).toBeLessThan(15);
});

it('[P-4] [POLL-6] a sleep in the middle of a start is a wake of a screen with content', () => {
  // Found by the simulator: a fleet fell asleep before its storage had answered, and when it woke,
  // every screen refreshed within a second, as one that has nothing to show may.
  const draws = Array.from({ length: 20 }, (_, seed) => {
    const one = new TestScreen({ seed }).startLive();
    one.store.latencyMs = 1_000;
    one.restart();
    one.advance(500);
    one.clock.sleep(3_600_000);
    one.advance(3_600_000);
    const before = one.requests().length;
    return one.until(() => one.requests().length > before, 11_000);
  });
  expect(Math.max(...draws) - Math.min(...draws)).toBeGreaterThan(5_000);
});
