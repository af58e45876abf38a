import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../testing/sample-snapshot.js';
import { TestScreen } from './screen.fixture.js';

const HOUR_MS = 3_600_000;

/** How far what the player believes is from true time. */
function errorMs(screen: TestScreen): number {
  return screen.core.trueNowMs() - screen.timeline.nowMs;
}

/** A screen that has been up for a while, with an old socket. */
function settled(seed = 1, tickMs = 1_000): TestScreen {
  const screen = new TestScreen({ seed, tickMs }).startLive();
  screen.advance(120_000);
  return screen;
}

describe('a wake', { timeout: 20_000 }, () => {
  it.each(['wake', 'online'] as const)(
    '[POLL-6] refreshes within 10 s and rebuilds the socket (%s)',
    (hint) => {
      const delays = Array.from({ length: 30 }, (_, seed) => {
        const screen = settled(seed);
        screen.advance(200_000);
        const before = screen.requests().length;
        screen.connectivity.emit(hint);
        expect(screen.linkKind).toBe('held');
        const delayMs = screen.until(() => screen.requests().length > before, 10_100);
        screen.until(() => screen.linkKind === 'open', 3_000);
        return delayMs;
      });
      expect(Math.max(...delays)).toBeGreaterThan(7_000);
      expect(Math.min(...delays)).toBeLessThan(2_500);
    },
  );

  it('[POLL-6] comes within 1 s where there is nothing to show', () => {
    const screen = new TestScreen();
    screen.link.goDown();
    screen.core.start();
    screen.advance(300_000);
    screen.link.heal();
    screen.connectivity.emit('online');
    expect(screen.until(() => screen.shown === 'sample.1', 2_000)).toBeLessThan(1_100);
  });

  it('[POLL-6] during a request that ends well is followed by another', () => {
    const screen = settled();
    screen.advance(200_000);
    screen.until(() => screen.state.network.kind === 'fetching', 46_000);
    screen.connectivity.emit('wake');
    screen.until(() => screen.state.network.kind === 'idle', 1_000);
    expect(screen.state.contact.kind).toBe('accepted');
    expect(screen.nextRefreshMs).toBeLessThanOrEqual(10_000);
  });

  it('[POLL-6] during a request that fails is made up for when that ends', () => {
    const screen = settled();
    screen.advance(200_000);
    screen.link.requestFault = { kind: 'lost' };
    screen.until(() => screen.state.network.kind === 'fetching', 46_000);
    screen.connectivity.emit('wake');
    screen.until(() => screen.state.network.kind === 'idle', 7_000);
    expect(screen.nextRefreshMs).toBeLessThanOrEqual(10_000);
  });

  it('[P-4] many hints in a row neither pass the limit nor keep a request from ending', () => {
    const screen = settled();
    const before = screen.requests().length;
    screen.link.latencyMs = 1_000;
    for (let second = 0; second < 300; second += 1) {
      screen.connectivity.emit(second % 2 === 0 ? 'online' : 'wake');
      screen.advance(1_000);
    }
    expect(screen.server.limited).toBe(0);
    expect(screen.requests(before).length).toBeLessThan(180);
    const revision = screen.server.publish();
    screen.until(() => screen.shown === revision, 15_000);
  });

  it.each([
    [1_000, 8_586],
    [1_000, 90_000],
    [30_000, 90_000],
  ])(
    '[POLL-6] [P-4] shows by a late tick (of %i ms, after %i ms), and spreads what was missed',
    (tickMs, gapMs) => {
      const delays = Array.from({ length: 30 }, (_, seed) => {
        const screen = settled(seed, tickMs);
        const wakes = screen.logger.count('wake');
        screen.clock.suspend(gapMs);
        screen.advance(gapMs);
        const before = screen.requests().length;
        const delayMs = screen.until(() => screen.requests().length > before, 10_100);
        expect(screen.logger.count('wake')).toBe(wakes + 1);
        expect(Math.abs(errorMs(screen))).toBeLessThan(100);
        return delayMs;
      });
      expect(Math.max(...delays)).toBeGreaterThan(7_000);
      expect(new Set(delays.map((ms) => Math.floor(ms / 1_000))).size).toBeGreaterThan(6);
    },
  );
});

it('[POLL-6] a socket is rebuilt once for several hints, and after a sleep however young', () => {
  const screen = settled();
  screen.connectivity.emit('wake');
  screen.until(() => screen.linkKind === 'open', 12_000);
  screen.connectivity.emit('online');
  expect(screen.linkKind).toBe('open');
  screen.clock.sleep(HOUR_MS);
  screen.advance(HOUR_MS + 1_000);
  expect(screen.linkKind).toBe('held');
});

describe('sleep that stops the monotonic clock', () => {
  it('[TIME-1] the wall clock leads from the first moment, and a sample confirms it', () => {
    const screen = settled();
    screen.link.goDown();
    screen.clock.sleep(9 * HOUR_MS);
    screen.advance(9 * HOUR_MS);
    screen.connectivity.emit('wake');
    expect(Math.abs(errorMs(screen))).toBeLessThan(100);
    expect(screen.state.time.basis).toBe('wall');
    screen.link.heal();
    screen.until(() => screen.state.time.basis === 'sample', 46_000);
  });

  it('[TIME-1] is believed without any hint once the network proves to be gone', () => {
    const screen = settled();
    screen.link.goDown();
    screen.clock.sleep(9 * HOUR_MS);
    screen.advance(9 * HOUR_MS + 11_000);
    expect(Math.abs(errorMs(screen))).toBeLessThan(100);
  });

  it('[TIME-1] an answer that it delayed is no sample', () => {
    const screen = settled();
    screen.link.latencyMs = 300;
    screen.until(() => screen.state.network.kind === 'fetching', 46_000);
    screen.advance(400);
    screen.clock.sleep(2 * HOUR_MS);
    screen.advance(2 * HOUR_MS);
    screen.connectivity.emit('wake');
    screen.advance(50);
    expect(Math.abs(errorMs(screen))).toBeLessThan(700);
  });
});

describe('a jump of the wall clock', () => {
  it.each([
    ['a day back', -24 * HOUR_MS],
    ['an hour back', -HOUR_MS],
    ['an hour ahead', HOUR_MS],
    ['a day ahead', 24 * HOUR_MS],
    ['years ahead', 3 * 365 * 24 * HOUR_MS],
  ])('[TIME-1] [P-5] moves nothing while the server can be asked: %s', (_, byMs) => {
    const screen = settled();
    screen.clock.jumpWall(byMs);
    for (let second = 0; second < 120; second += 1) {
      screen.advance(1_000);
      expect(Math.abs(errorMs(screen))).toBeLessThan(1_000);
    }
    expect(screen.state.time).toMatchObject({ basis: 'sample', doubtMs: 0 });
  });

  it('[TIME-1] backwards moves nothing without a network either', () => {
    const screen = settled();
    screen.link.goDown();
    screen.clock.jumpWall(-5 * HOUR_MS);
    screen.advance(24 * HOUR_MS);
    expect(Math.abs(errorMs(screen))).toBeLessThan(1_000);
  });

  it('[TIME-1] is known at the next start', () => {
    const screen = settled();
    screen.clock.jumpWall(-5 * HOUR_MS);
    screen.advance(30_000);
    screen.link.goDown();
    screen.restart();
    screen.advance(1_000);
    expect(Math.abs(errorMs(screen))).toBeLessThan(1_000);
  });
});

describe('a cold start', () => {
  it('[TIME-1] with a wall clock before the last true time knows it wrong until a sample comes', () => {
    const screen = settled();
    screen.link.goDown();
    screen.clock.jumpWall(-365 * 24 * HOUR_MS);
    screen.restart();
    screen.advance(30_000);
    expect(screen.state.time.basis).toBe('memory');
    screen.link.heal();
    screen.until(() => screen.state.time.basis === 'sample', 46_000);
    expect(Math.abs(errorMs(screen))).toBeLessThan(1_000);
  });

  it('[TIME-1] believes the wall clock once it is set, also without a server', () => {
    const screen = settled();
    screen.link.goDown();
    screen.clock.jumpWall(-365 * 24 * HOUR_MS);
    screen.restart();
    screen.advance(30_000);
    screen.clock.jumpWall(365 * 24 * HOUR_MS);
    screen.advance(5_000);
    expect(screen.state.time.basis).toBe('wall');
    expect(Math.abs(errorMs(screen))).toBeLessThan(1_000);
  });
});

describe('the tick', () => {
  it('[P-5] comes with the true second, whatever the wall clock says', () => {
    const screen = new TestScreen({ clock: { wallErrorMs: 12_345_678 } }).startFresh();
    screen.advance(3_000);
    const ticks: number[] = [];
    let dueMs = screen.state.timers.tick;
    screen.core.subscribe(({ timers }) => {
      if (timers.tick !== dueMs) ticks.push(screen.timeline.nowMs % 1_000);
      dueMs = timers.tick;
    });
    screen.advance(60_000);
    expect(ticks.length).toBeGreaterThanOrEqual(60);
    for (const ms of ticks) expect(Math.min(ms, 1_000 - ms)).toBeLessThan(50);
  });
});

it('[P-5] a month without a server stays within the drift of the oscillator', () => {
  const screen = new TestScreen({
    server: { snapshot: sampleSnapshot({ days: 40 }) },
    clock: { driftPpm: 20 },
    tickMs: 60_000,
  }).startFresh();
  screen.link.goDown();
  screen.advance(30 * 24 * HOUR_MS);
  expect(Math.abs(errorMs(screen))).toBeLessThan(30 * 24 * HOUR_MS * 20e-6 + 1_000);
}, 30_000);
