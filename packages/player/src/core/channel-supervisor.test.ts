import { CLOSE_CODES } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import type { SocketFault } from '../testing/faults.js';
import { TestScreen } from './screen.fixture.js';

function failuresOf(screen: TestScreen): number {
  return screen.state.channel.failures;
}

/** Advances until the link has been `kind` and is something else. @returns how long it was. */
function outlive(screen: TestScreen, kind: string, withinMs: number): number {
  screen.until(() => screen.linkKind === kind, withinMs);
  return screen.until(() => screen.linkKind !== kind, withinMs);
}

describe('opening', () => {
  it('[WS-6] waits for an accepted refresh that says on', () => {
    const screen = new TestScreen();
    screen.link.requestFault = { kind: 'refused' };
    screen.core.start();
    screen.advance(120_000);
    expect(screen.linkKind).toBe('held');
    screen.link.heal();
    screen.until(() => screen.state.contact.kind === 'accepted', 46_000);
    expect(outlive(screen, 'waiting', 2_000)).toBeLessThanOrEqual(1_000);
    screen.until(() => screen.linkKind === 'open', 1_000);
  });

  it('[P-6] does not happen while polls say off, and does once they say on', () => {
    const screen = new TestScreen({ server: { realtime: 'off' } }).startFresh();
    screen.advance(300_000);
    expect(screen.linkKind).toBe('off');
    screen.server.setRealtime('on');
    screen.until(() => screen.linkKind === 'open', 48_000);
  });

  it('[WS-6] is jittered over reconnectMs, as the server last said it', () => {
    const waits = Array.from({ length: 30 }, (_, seed) => {
      const server = { gateway: { reconnectMs: 10_000 } };
      const screen = new TestScreen({ seed, server }).startLive();
      screen.server.gateway.close(CLOSE_CODES.restarting);
      return outlive(screen, 'waiting', 11_000);
    });
    expect(Math.max(...waits)).toBeGreaterThan(8_000);
    expect(Math.min(...waits)).toBeLessThan(1_500);
  });
});

describe('[WS-7] no failure of the socket leaves the channel stuck', () => {
  const FAULTS: readonly SocketFault[] = [
    { kind: 'throws' },
    { kind: 'silent' },
    { kind: 'refused' },
    { kind: 'half-open' },
    { kind: 'closes', code: 1011 },
    { kind: 'closes', code: CLOSE_CODES.noCommonProtocol },
    { kind: 'closes', code: CLOSE_CODES.boundElsewhere },
    { kind: 'closes', code: CLOSE_CODES.realtimeOff },
  ];
  it.each(FAULTS)('$kind $code', (fault) => {
    const screen = new TestScreen();
    screen.link.socketFault = fault;
    screen.startFresh();
    screen.advance(3_600_000);
    expect(failuresOf(screen)).toBeGreaterThanOrEqual(10);
    screen.link.heal();
    screen.until(() => screen.linkKind === 'open', 460_000);
    // Polling went on all the while.
    expect(screen.requests().length).toBeGreaterThan(80);
  });
});

it('[WS-7] silence beyond 2.5 heartbeats counts as dead', () => {
  const screen = new TestScreen().startLive();
  screen.advance(60_000);
  screen.link.socketFault = { kind: 'half-open' };
  const silentMs = outlive(screen, 'open', 70_000);
  expect(silentMs).toBeGreaterThan(2.5 * 25_000 - 25_100);
  expect(silentMs).toBeLessThanOrEqual(2.5 * 25_000);
  screen.link.heal();
  screen.until(() => screen.linkKind === 'open', 3_000);
});

describe('reconnecting', () => {
  it('[WS-6] backs off up to 60 s and rests after 10 failures in a row', () => {
    const screen = new TestScreen();
    screen.link.socketFault = { kind: 'refused' };
    screen.startFresh();
    const waits: number[] = [];
    while (failuresOf(screen) < 9) waits.push(outlive(screen, 'waiting', 61_000));
    expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
    screen.until(() => screen.linkKind === 'resting', 61_000);
    expect(failuresOf(screen)).toBe(10);
    for (let rest = 0; rest < 5; rest += 1) {
      const restedMs = outlive(screen, 'resting', 451_000);
      expect(restedMs).toBeGreaterThanOrEqual(149_000);
      expect(restedMs).toBeLessThanOrEqual(450_000);
    }
  });

  it('[WS-6] starts anew after 30 s of stability, and not before', () => {
    const screen = new TestScreen();
    screen.link.socketFault = { kind: 'refused' };
    screen.startFresh();
    screen.until(() => failuresOf(screen) === 5, 200_000);
    screen.link.heal();
    screen.until(() => screen.linkKind === 'open', 61_000);
    screen.advance(29_000);
    screen.server.gateway.close(CLOSE_CODES.restarting);
    screen.until(() => screen.linkKind === 'waiting', 1_000);
    expect(failuresOf(screen)).toBe(6);
    screen.until(() => screen.linkKind === 'open', 61_000);
    screen.advance(31_000);
    screen.server.gateway.close(CLOSE_CODES.restarting);
    screen.until(() => screen.linkKind === 'waiting', 1_000);
    expect(failuresOf(screen)).toBe(1);
  });

  it('[WS-6] comes at once, jittered, when the network returns to a resting channel', () => {
    const screen = new TestScreen();
    screen.link.socketFault = { kind: 'refused' };
    screen.startFresh();
    screen.until(() => screen.linkKind === 'resting', 600_000);
    screen.link.goDown();
    screen.until(() => screen.state.contact.kind === 'failing', 60_000);
    screen.link.heal();
    screen.until(() => screen.state.contact.kind === 'accepted', 60_000);
    expect(screen.until(() => screen.linkKind === 'open', 10_000)).toBeLessThan(1_200);
  });

  it('[WS-6] comes at once, jittered, when a poll says that realtime was switched on', () => {
    const screen = new TestScreen();
    screen.link.socketFault = { kind: 'refused' };
    screen.startFresh();
    screen.until(() => screen.linkKind === 'resting', 600_000);
    screen.server.setRealtime('off');
    screen.until(() => screen.linkKind === 'off', 60_000);
    screen.link.heal();
    screen.server.setRealtime('on');
    screen.until(() => screen.state.channel.realtime === 'on', 60_000);
    expect(screen.until(() => screen.linkKind === 'open', 10_000)).toBeLessThan(1_200);
  });

  it('[WS-6] makes no attempt while refreshes fail, and one soon after the first that is accepted', () => {
    const screen = new TestScreen().startLive();
    screen.link.goDown();
    screen.advance(3_600_000);
    expect(screen.linkKind).toBe('held');
    screen.link.heal();
    screen.until(() => screen.linkKind === 'open', 48_000);
  });
});

describe('close codes', () => {
  it.each([
    ['4403', CLOSE_CODES.unknownScreen],
    ['4408', CLOSE_CODES.boundElsewhere],
  ])('[WS-6] %s: no attempt until a poll is accepted', (_, code) => {
    const screen = new TestScreen().startLive();
    const before = screen.requests().length;
    screen.server.gateway.close(code);
    screen.until(() => screen.linkKind === 'held', 1_000);
    const heldMs = outlive(screen, 'held', 46_000);
    expect(heldMs).toBeGreaterThan(3_000);
    expect(screen.requests(before)).toHaveLength(1);
    screen.until(() => screen.linkKind === 'open', 3_000);
  });

  it('[WS-6] [P-6] 4410: none until a poll says on', () => {
    const screen = new TestScreen().startLive();
    screen.server.setRealtime('off');
    expect(screen.until(() => screen.linkKind === 'off', 1_000)).toBeLessThan(100);
    screen.advance(600_000);
    expect(screen.linkKind).toBe('off');
    screen.server.setRealtime('on');
    screen.until(() => screen.linkKind === 'open', 48_000);
  });

  it('[P-6] a socket that never hears of the switch is closed by the next poll, and polling goes on', () => {
    const screen = new TestScreen().startLive();
    screen.server.school.realtime = 'off';
    expect(screen.until(() => screen.linkKind === 'off', 60_000)).toBeLessThanOrEqual(45_100);
    expect(screen.server.gateway.welcomed).toBe(0);
    const revision = screen.server.publish();
    screen.until(() => screen.shown === revision, 46_000);
  });

  it('4406: nothing but another build can help, so it rests at once', () => {
    const screen = new TestScreen();
    screen.link.socketFault = { kind: 'closes', code: CLOSE_CODES.noCommonProtocol };
    screen.startFresh();
    screen.until(() => screen.linkKind === 'resting', 3_000);
  });
});

it('[POLL-3] [P-3] keeps polling while the socket is open, at the very same moments', () => {
  const withSocket = new TestScreen().startLive();
  const without = new TestScreen({ server: { realtime: 'off' } }).startFresh();
  const untilMs = withSocket.timeline.nowMs + 3_600_000;
  for (const screen of [withSocket, without]) screen.advance(untilMs - screen.timeline.nowMs);
  expect(withSocket.linkKind).toBe('open');
  const moments = [withSocket, without].map((screen) => screen.requests().map(({ atMs }) => atMs));
  expect(moments[0]?.length).toBeGreaterThan(85);
  expect(moments[0]).toEqual(moments[1]);
});
