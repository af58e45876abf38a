import { describe, expect, it } from 'vitest';
import { TestScreen } from './screen.fixture.js';

/** A screen that has shown and stored what the server has, and is now off. */
function withContent(seed = 1): TestScreen {
  const screen = new TestScreen({ seed }).startFresh();
  screen.until(() => screen.store.generations.length > 0, 5_000);
  return screen;
}

describe('a start with content', () => {
  it('[P-1] shows what is stored without a network', () => {
    const screen = withContent();
    screen.link.goDown();
    screen.restart();
    expect(screen.until(() => screen.shown === 'sample.1', 2_000)).toBeLessThan(100);
  });

  it('[POLL-6] refreshes within uniform(0, 10 s), so that a fleet does not come at once', () => {
    const firstMs = Array.from({ length: 40 }, (_, seed) => {
      const screen = withContent(seed);
      const before = screen.requests().length;
      screen.restart();
      return screen.until(() => screen.requests().length > before, 10_100);
    });
    expect(Math.max(...firstMs)).toBeGreaterThan(8_000);
    expect(Math.min(...firstMs)).toBeLessThan(2_000);
    expect(new Set(firstMs.map((ms) => Math.floor(ms / 1_000))).size).toBeGreaterThan(7);
  });

  it('[POLL-4] asks for the snapshot first, by the tag of what it verified (HTTP-1)', () => {
    const screen = withContent();
    screen.restart();
    screen.advance(10_100);
    const first = screen.requests(1)[0];
    expect(first?.request).toMatchObject({ kind: 'snapshot', etag: '"sample.1"' });
    expect(first?.answer).toBe('unchanged');
  });
});

describe('a start without content', () => {
  it('[POLL-6] refreshes within uniform(0, 1 s)', () => {
    const firstMs = Array.from({ length: 40 }, (_, seed) => {
      const screen = new TestScreen({ seed });
      screen.core.start();
      return screen.until(() => screen.requests().length > 0, 1_100);
    });
    expect(Math.max(...firstMs)).toBeGreaterThan(800);
    expect(Math.min(...firstMs)).toBeLessThan(200);
  });

  it('sends no If-None-Match, and takes no 304 for an answer (HTTP-1)', () => {
    const screen = new TestScreen().startFresh();
    expect(screen.requests()[0]?.request).not.toHaveProperty('etag');
  });
});

describe('storage that does not answer', () => {
  it('[STORE-3] is not waited for longer than 2 s', () => {
    const screen = new TestScreen();
    screen.store.fault = 'hangs';
    screen.core.start();
    expect(screen.until(() => screen.shown === 'sample.1', 5_000)).toBeLessThan(3_100);
  });

  it('[STORE-3] may throw without harm', () => {
    const screen = new TestScreen();
    screen.store.fault = 'throws';
    screen.identity.fault = undefined;
    screen.startFresh();
    expect(screen.logger.count('effect.failed')).toBe(1);
  });

  it('[STORE-3] is shown when it answers late and nothing else is there', () => {
    const screen = withContent();
    screen.link.goDown();
    screen.store.latencyMs = 20_000;
    screen.restart();
    screen.advance(19_000);
    expect(screen.shown).toBeUndefined();
    screen.advance(2_000);
    expect(screen.shown).toBe('sample.1');
  });

  it('does not replace what has come from the network meanwhile, which is then stored', () => {
    const screen = withContent();
    screen.store.latencyMs = 8_000;
    screen.restart();
    screen.server.publish();
    screen.until(() => screen.shown === 'sample.2', 5_000);
    screen.advance(40_000);
    expect(screen.shown).toBe('sample.2');
    expect(screen.store.generations.map(({ seq, revision }) => [seq, revision])).toEqual([
      [1, 'sample.1'],
      [2, 'sample.2'],
    ]);
  });

  it('is asked again after a minute, since without it nothing is kept', () => {
    const screen = withContent();
    screen.link.goDown();
    screen.store.fault = 'hangs';
    screen.restart();
    screen.advance(50_000);
    screen.store.fault = undefined;
    screen.until(() => screen.shown === 'sample.1', 100_000);
  });
});

describe('an identity that does not answer', () => {
  it('[P-3] counts each due refresh as failed, and asks nobody without an id', () => {
    const screen = withContent();
    screen.identity.fault = 'hangs';
    screen.restart();
    screen.advance(60_000);
    expect(screen.shown).toBe('sample.1');
    expect(screen.requests()).toHaveLength(1);
    expect(screen.state.contact).toMatchObject({
      kind: 'failing',
      failure: { cause: 'no-identity' },
    });
  });

  it.each(['hangs', 'throws'] as const)('[STORE-6] is asked again after a minute (%s)', (fault) => {
    const screen = new TestScreen();
    screen.identity.fault = fault;
    screen.core.start();
    screen.advance(50_000);
    screen.identity.fault = undefined;
    screen.until(() => screen.shown === 'sample.1', 70_000);
    expect(screen.requests()).toHaveLength(1);
  });
});

it('does nothing before it is started, and starts once', () => {
  const screen = new TestScreen();
  screen.advance(60_000);
  expect(screen.requests()).toHaveLength(0);
  screen.startFresh();
  screen.core.start();
  screen.advance(5_000);
  expect(screen.requests()).toHaveLength(1);
});
