import { describe, expect, it } from 'vitest';
import { TestScreen, type TestScreenOptions } from './screen.fixture.js';

function live(spreadMs: number, options: TestScreenOptions = {}): TestScreen {
  return new TestScreen({ ...options, server: { gateway: { spreadMs } } }).startLive();
}

describe('an invalidate', () => {
  it('[WS-5] [P-2] is answered by a snapshot after 0.5 s and uniform(0, spread)', () => {
    const spreadMs = 4_000;
    const delays = Array.from({ length: 30 }, (_, seed) => {
      const screen = live(spreadMs, { seed });
      const before = screen.requests().length;
      screen.server.publish();
      const delayMs = screen.until(() => screen.requests().length > before, 5_000);
      expect(screen.requests(before)[0]?.request).toMatchObject({
        kind: 'snapshot',
        want: 'sample.2',
        etag: '"sample.1"',
      });
      return delayMs - 40;
    });
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(500);
    expect(Math.min(...delays)).toBeLessThan(1_000);
    expect(Math.max(...delays)).toBeGreaterThan(3_800);
    expect(Math.max(...delays)).toBeLessThan(4_600);
  });

  it('[WS-5] of what is already shown costs no request', () => {
    const screen = live(0);
    const before = screen.requests().length;
    screen.server.gateway.invalidate({ revision: 'sample.1' });
    screen.server.gateway.invalidate({ revision: 'sample.1', screenVersion: 1 });
    screen.advance(5_000);
    expect(screen.requests(before)).toHaveLength(0);
  });

  it('[SNAP-8] of the screen object alone brings the screen object', () => {
    const screen = live(0);
    const before = screen.requests().length;
    screen.server.changeScreen({ name: 'Library' });
    screen.advance(1_000);
    expect(screen.requests(before).map(({ answer }) => answer)).toEqual(['unchanged']);
    expect(screen.state.shown).toMatchObject({ generation: { screen: { name: 'Library' } } });
  });

  it('[WS-5] a burst of any size costs one fetch', () => {
    const screen = live(250);
    const before = screen.requests().length;
    for (let published = 0; published < 200; published += 1) screen.server.publish();
    screen.until(() => screen.shown === screen.server.revision, 2_000);
    screen.advance(5_000);
    expect(screen.requests(before)).toHaveLength(1);
  });

  it('[WS-5] a burst that goes on during the fetch costs one more, and the last is shown', () => {
    const screen = live(0);
    const before = screen.requests().length;
    screen.link.requestFault = { kind: 'slow', latencyMs: 2_000 };
    screen.server.publish();
    screen.until(() => screen.state.network.kind === 'fetching', 1_000);
    // The answer is on its way back, and slower than the socket.
    screen.advance(1_100);
    screen.link.heal();
    for (let published = 0; published < 50; published += 1) screen.server.publish();
    screen.advance(50);
    expect(screen.state.network.kind).toBe('fetching');
    screen.until(() => screen.shown === screen.server.revision, 3_000);
    screen.advance(5_000);
    expect(screen.requests(before)).toHaveLength(2);
  });

  it('[WS-5] during a fetch that brings just that revision costs nothing more', () => {
    const screen = live(0);
    screen.link.requestFault = { kind: 'slow', latencyMs: 2_000 };
    const before = screen.requests().length;
    screen.server.publish();
    screen.until(() => screen.state.network.kind === 'fetching', 2_000);
    screen.server.publish();
    screen.advance(50);
    expect(screen.state.network).toMatchObject({ attempt: { noticed: { revision: 'sample.3' } } });
    screen.until(() => screen.shown === 'sample.3', 3_000);
    screen.advance(5_000);
    expect(screen.requests(before)).toHaveLength(1);
  });

  it('[WS-5] during a poll that finds nothing is honoured', () => {
    const screen = live(0);
    screen.advance(60_000);
    screen.link.requestFault = { kind: 'slow', latencyMs: 2_000 };
    screen.until(() => screen.state.network.kind === 'fetching', 46_000);
    // The 304 is on its way back.
    screen.advance(1_100);
    screen.link.heal();
    screen.server.publish();
    expect(screen.until(() => screen.shown === 'sample.2', 5_000)).toBeLessThan(2_000);
  });

  it('is not lost when its fetch fails: the next one asks for the same', () => {
    const screen = live(0);
    screen.advance(200_000);
    screen.link.requestFault = { kind: 'refused' };
    const before = screen.requests().length;
    screen.server.publish();
    screen.until(() => screen.state.contact.kind === 'failing', 2_000);
    screen.link.heal();
    expect(screen.until(() => screen.shown === 'sample.2', 11_000)).toBeGreaterThan(7_900);
    expect(screen.requests(before).map(({ request }) => request)).toMatchObject([
      { kind: 'snapshot', want: 'sample.2' },
      { kind: 'snapshot', want: 'sample.2' },
    ]);
  });

  it('of a revision that the server never has costs one request, not a loop', () => {
    const screen = live(0);
    const before = screen.requests().length;
    screen.server.gateway.invalidate({ revision: 'sample.99' });
    screen.advance(7_000);
    expect(screen.requests(before)).toHaveLength(1);
  });

  it('[ALERT-2] for an alert does not wait for a request that hangs', () => {
    const screen = live(0);
    screen.link.requestFault = { kind: 'lost' };
    screen.until(() => screen.state.network.kind === 'fetching', 20_000);
    screen.link.heal();
    screen.server.publish((snapshot) => snapshot, { urgent: true });
    expect(screen.until(() => screen.shown === 'sample.2', 5_000)).toBeLessThan(200);
  });

  it('[P-3] that gave up a request and names an absurd window is fetched all the same', () => {
    const screen = live(Number.MAX_SAFE_INTEGER);
    screen.link.requestFault = { kind: 'lost' };
    screen.until(() => screen.state.network.kind === 'fetching', 20_000);
    screen.link.heal();
    screen.server.publish((snapshot) => snapshot, { urgent: true });
    screen.until(() => screen.shown === 'sample.2', 10_200);
  });

  it('[ALERT-2] many alerts at once never keep each other from being fetched', () => {
    const screen = live(0);
    screen.link.latencyMs = 300;
    for (let published = 0; published < 100; published += 1) {
      screen.server.publish((snapshot) => snapshot, { urgent: true });
      screen.advance(100);
    }
    expect(screen.server.limited).toBe(0);
    expect(Number(screen.shown?.split('.')[1])).toBeGreaterThan(80);
    screen.until(() => screen.shown === screen.server.revision, 5_000);
  });
});

it('[P-4] a publish to many screens is answered over the whole spread', () => {
  const arrivals: number[] = [];
  for (let seed = 0; seed < 200; seed += 1) {
    const screen = live(10_000, { seed });
    screen.advance(200_000);
    const before = screen.requests().length;
    screen.server.publish();
    arrivals.push(screen.until(() => screen.requests().length > before, 11_000));
  }
  const seconds = Array.from({ length: 11 }, () => 0);
  for (const ms of arrivals) {
    const second = Math.floor(ms / 1_000);
    seconds[second] = (seconds[second] ?? 0) + 1;
  }
  // 20 a second would be an even share.
  expect(Math.max(...seconds)).toBeLessThan(45);
}, 20_000);
