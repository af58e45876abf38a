import { describe, expect, it } from 'vitest';
import { TestScreen } from './screen.fixture.js';

/** Breaks the socket and waits for the next one. */
function reconnect(screen: TestScreen): void {
  screen.server.gateway.close(1012);
  screen.until(() => screen.linkKind !== 'open', 1_000);
  screen.until(() => screen.linkKind === 'open', 3_000);
}

describe('the welcome', () => {
  it('[WS-1] that names another revision counts as an invalidate', () => {
    const screen = new TestScreen().startLive();
    // A frame that says nothing of it was lost.
    screen.link.socketFault = { kind: 'half-open' };
    screen.server.publish();
    screen.link.heal();
    screen.advance(200);
    expect(screen.shown).toBe('sample.1');
    reconnect(screen);
    expect(screen.until(() => screen.shown === 'sample.2', 3_000)).toBeLessThan(1_000);
  });

  it('[SNAP-8] that names another screen object counts as an invalidate', () => {
    const screen = new TestScreen().startLive();
    screen.server.school.changeScreen('sample-token', { name: 'Library' });
    reconnect(screen);
    screen.advance(1_000);
    expect(screen.state.shown).toMatchObject({ generation: { screen: { name: 'Library' } } });
  });

  it('[WS-1] that names what is held costs no request', () => {
    const screen = new TestScreen().startFresh();
    const before = screen.requests().length;
    screen.until(() => screen.linkKind === 'open', 3_000);
    screen.advance(3_000);
    expect(screen.requests(before)).toHaveLength(0);
  });
});

describe('frames', () => {
  it('[WS-2] that are unknown or malformed are ignored and counted', () => {
    const screen = new TestScreen().startLive();
    for (const text of ['{"type":"confetti"}', 'not json', '{"type":"invalidate"}', '[]', '']) {
      screen.server.gateway.pushText(text);
    }
    screen.advance(1_000);
    expect(screen.linkKind).toBe('open');
    expect(screen.state.channel.strangeFrames).toBe(5);
  });

  it('[WS-2] command: acknowledged, then carried out', () => {
    const screen = new TestScreen().startLive();
    screen.server.gateway.push({ type: 'command', id: 'c1', name: 'identify' });
    screen.advance(1_000);
    expect(screen.commands).toEqual(['identify']);
    expect(screen.server.gateway.acks).toEqual(['c1']);
  });

  it('[WS-7] any of them is a sign of life', () => {
    const screen = new TestScreen({ server: { gateway: { heartbeatMs: 20_000 } } }).startLive();
    screen.advance(600_000);
    expect(screen.linkKind).toBe('open');
    expect(screen.state.channel.failures).toBe(0);
  });
});

describe('drain', () => {
  it('[SRV-6] serves on, and reconnects within the window that the node gave', () => {
    const waits = Array.from({ length: 30 }, (_, seed) => {
      const screen = new TestScreen({ seed }).startLive();
      screen.server.gateway.push({ type: 'drain', minMs: 2_000, maxMs: 6_000 });
      screen.until(() => screen.linkKind === 'draining', 1_000);
      const revision = screen.server.publish();
      screen.until(() => screen.shown === revision, 1_500);
      const leftMs = screen.until(() => screen.linkKind === 'connecting', 7_000);
      screen.until(() => screen.linkKind === 'open', 1_000);
      expect(screen.state.channel.failures).toBe(0);
      return leftMs;
    });
    expect(Math.max(...waits)).toBeGreaterThan(4_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(6_000);
  });

  it('[SRV-6] waits its turn when the node closes earlier', () => {
    const screen = new TestScreen().startLive();
    screen.server.gateway.push({ type: 'drain', minMs: 8_000, maxMs: 9_000 });
    screen.advance(1_000);
    screen.server.gateway.close(1012);
    screen.until(() => screen.linkKind === 'waiting', 1_000);
    expect(screen.until(() => screen.linkKind === 'open', 9_000)).toBeGreaterThan(6_000);
    expect(screen.state.channel.failures).toBe(0);
  });

  it('[P-6] ends where the node closes for another reason', () => {
    const screen = new TestScreen().startLive();
    screen.server.gateway.push({ type: 'drain', minMs: 5_000, maxMs: 5_000 });
    screen.until(() => screen.linkKind === 'draining', 1_000);
    screen.server.setRealtime('off');
    screen.until(() => screen.linkKind === 'off', 1_000);
    screen.advance(10_000);
    expect(screen.linkKind).toBe('off');
  });

  it('makes no screen wait for ever, whatever window it names', () => {
    const screen = new TestScreen().startLive();
    const never = Number.MAX_SAFE_INTEGER;
    screen.server.gateway.push({ type: 'drain', minMs: never, maxMs: never });
    screen.until(() => screen.linkKind === 'draining', 1_000);
    screen.until(() => screen.linkKind === 'open', 61_000);
  });
});

it('[WS-5] frames of a socket that was given up are ignored', () => {
  const screen = new TestScreen().startLive();
  screen.advance(20_000);
  screen.link.latencyMs = 400;
  screen.server.publish();
  screen.connectivity.emit('online');
  screen.advance(500);
  expect(screen.linkKind).toBe('held');
  expect(screen.state.poll.want).toBeUndefined();
});
