import { describe, expect, it } from 'vitest';
import { TestScreen } from './screen.fixture.js';
import { isOfflineReady } from './storage.js';

function seqs(screen: TestScreen): number[] {
  return screen.store.generations.map(({ seq }) => seq).sort();
}

/** A screen that has shown and stored two generations. */
function withTwo(): TestScreen {
  const screen = new TestScreen().startLive();
  screen.server.publish();
  screen.until(() => screen.store.generations.length === 2, 5_000);
  return screen;
}

describe('two generations', () => {
  it('[STORE-2] are kept: each save replaces the older one', () => {
    const screen = withTwo();
    expect(seqs(screen)).toEqual([1, 2]);
    screen.server.publish();
    screen.advance(3_000);
    expect(seqs(screen)).toEqual([2, 3]);
  });

  it('[STORE-2] [P-1] the older is shown where the newest was spoilt, and is not overwritten next', () => {
    const screen = withTwo();
    screen.store.corrupt(2);
    screen.link.goDown();
    screen.restart();
    screen.until(() => screen.shown === 'sample.1', 2_000);
    screen.link.heal();
    screen.until(() => screen.shown === 'sample.2', 60_000);
    screen.advance(1_000);
    expect(seqs(screen)).toEqual([1, 3]);
  });

  it('[STORE-2] shows nothing that does not verify', () => {
    const screen = withTwo();
    screen.store.corrupt(1);
    screen.store.corrupt(2, (body) => body.replace('Riverside', 'Riverzide'));
    screen.link.goDown();
    screen.restart();
    screen.advance(60_000);
    expect(screen.shown).toBeUndefined();
  });

  it('[SNAP-8] hold the screen object, also when it alone changes', () => {
    const screen = new TestScreen().startLive();
    screen.server.changeScreen({ name: 'Library' });
    screen.advance(3_000);
    screen.link.goDown();
    screen.restart();
    screen.until(() => screen.shown === 'sample.1', 2_000);
    expect(screen.state.shown).toMatchObject({ generation: { screen: { name: 'Library' } } });
  });
});

describe('a write', () => {
  it('[STORE-2] that fails still shows, keeps the old, and is tried again in time', () => {
    const screen = withTwo();
    screen.store.fault = 'full';
    screen.server.publish();
    screen.until(() => screen.shown === 'sample.3', 3_000);
    screen.advance(3_600_000);
    expect(seqs(screen)).toEqual([1, 2]);
    // Every five minutes, not with every poll.
    expect(screen.store.saves).toBeLessThanOrEqual(16);
    screen.store.fault = undefined;
    screen.until(() => seqs(screen).includes(3), 301_000);
  });

  it.each(['throws', 'hangs'] as const)('[STORE-3] that %s blocks nothing', (fault) => {
    const screen = withTwo();
    screen.store.fault = fault;
    screen.server.publish();
    screen.until(() => screen.shown === 'sample.3', 3_000);
    screen.server.publish();
    screen.until(() => screen.shown === 'sample.4', 3_000);
    screen.advance(60_000);
    screen.store.fault = undefined;
    screen.until(() => seqs(screen).includes(4), 400_000);
  });

  it('is made one at a time, and the last of a burst is stored', () => {
    const screen = withTwo();
    screen.store.latencyMs = 3_000;
    const before = screen.store.saves;
    for (let published = 0; published < 5; published += 1) {
      screen.server.publish();
      screen.advance(1_500);
    }
    screen.advance(20_000);
    expect(screen.store.generations.some(({ revision }) => revision === 'sample.7')).toBe(true);
    expect(screen.store.saves - before).toBeLessThan(5);
  });

  it('[STORE-2] gets a higher seq than anything on the device, spoilt ones included', () => {
    const screen = withTwo();
    screen.store.generations = screen.store.generations.map((generation) => ({
      ...generation,
      seq: generation.seq + 40,
      checksum: 'spoilt',
    }));
    screen.restart();
    screen.until(() => screen.store.generations.some(({ seq }) => seq === 43), 20_000);
  });
});

describe('isOfflineReady', () => {
  it('[P-1] is said once a verified snapshot is on the device, and not before', () => {
    const screen = new TestScreen();
    screen.store.fault = 'full';
    screen.startFresh();
    screen.advance(10_000);
    expect(isOfflineReady(screen.state)).toBe(false);
    screen.store.fault = undefined;
    screen.until(() => isOfflineReady(screen.state), 301_000);
    screen.restart();
    screen.until(() => isOfflineReady(screen.state), 2_000);
  });
});

describe('the remembered time', () => {
  it('[TIME-1] is stored once the server has said it, then every few minutes', () => {
    const screen = new TestScreen({ clock: { wallErrorMs: 86_400_000 } }).startFresh();
    screen.advance(100);
    expect(screen.store.memory.wallOffsetMs).toBeCloseTo(-86_400_000, -2);
    screen.link.goDown();
    screen.advance(3_600_000);
    const staleMs = screen.timeline.nowMs - (screen.store.memory.lastTrueMs ?? 0);
    expect(staleMs).toBeLessThanOrEqual(302_000);
  });

  it('is not taken from a wall clock that nobody has confirmed', () => {
    const screen = new TestScreen();
    screen.link.goDown();
    screen.core.start();
    screen.advance(3_600_000);
    expect(screen.store.memory).not.toHaveProperty('lastTrueMs');
  });

  it('[OBS-3] comes with the number of starts, each stored at once', () => {
    const screen = new TestScreen();
    screen.core.start();
    screen.advance(100);
    expect(screen.store.memory.boots).toBe(1);
    screen.restart();
    screen.advance(100);
    expect(screen.store.memory.boots).toBe(2);
  });
});
