import { describe, expect, it } from 'vitest';
import type { RequestFault } from '../testing/faults.js';
import { sampleSnapshot } from '../testing/sample-snapshot.js';
import { TestScreen } from './screen.fixture.js';

/** Polling alone, so that each request is a poll's. */
function polling(): TestScreen {
  return new TestScreen({ server: { realtime: 'off' } }).startFresh();
}

const BROKEN: readonly (readonly [string, RequestFault])[] = [
  ['a network that refuses', { kind: 'refused' }],
  ['answers that never come', { kind: 'lost' }],
  ["a captive portal's HTML", { kind: 'portal' }],
  ['a body cut short', { kind: 'truncated' }],
  ['a body that is no snapshot', { kind: 'wrong-body', body: '{"revision":"sample.9"}' }],
  ['a body that is HTML', { kind: 'wrong-body', body: '<html>Welcome to our Wi-Fi</html>' }],
  ['500', { kind: 'error', status: 500, code: 'internal' }],
  ['503 without Retry-After', { kind: 'error', status: 503, code: 'unavailable' }],
  ['426', { kind: 'error', status: 426, code: 'upgrade_required' }],
  ['a 404 that is not ours', { kind: 'error', status: 404, code: 'unknown' }],
];

describe('a refresh that fails', () => {
  it.each(BROKEN)('[P-1] [POLL-5] clears nothing and is tried again: %s', (_, fault) => {
    const screen = polling();
    screen.link.requestFault = fault;
    screen.server.publish();
    screen.advance(600_000);
    expect(screen.shown).toBe('sample.1');
    expect(screen.state.contact.kind).toBe('failing');
    screen.link.heal();
    expect(screen.until(() => screen.shown === 'sample.2', 46_000)).toBeLessThan(45_200);
    expect(screen.state.contact.kind).toBe('accepted');
  });

  it('[POLL-5] climbs the same ladder as an unchanged answer', () => {
    const screen = polling();
    screen.link.requestFault = { kind: 'refused' };
    screen.advance(300_000);
    const at = screen.requests(1).map(({ atMs }) => atMs);
    const gaps = at.slice(1).map((ms, index) => ms - (at[index] ?? 0));
    expect(gaps[0]).toBeGreaterThanOrEqual(13_600);
    expect(gaps[1]).toBeGreaterThanOrEqual(23_120);
    for (const gap of gaps.slice(2)) {
      expect(gap).toBeGreaterThanOrEqual(36_000);
      expect(gap).toBeLessThanOrEqual(45_100);
    }
  });

  it('[POLL-5] first waits 8-10 s, also at a start that finds no network', () => {
    const screen = new TestScreen();
    screen.link.goDown();
    screen.core.start();
    screen.until(() => screen.state.contact.kind === 'failing', 5_000);
    expect(screen.nextRefreshMs).toBeGreaterThanOrEqual(8_000);
    expect(screen.nextRefreshMs).toBeLessThanOrEqual(10_000);
  });

  it('[SNAP-1] names the field that makes a body no snapshot, and none of its content', () => {
    const screen = polling();
    const body = JSON.stringify({ ...sampleSnapshot(), school: { name: 'Secret Garden' } });
    screen.link.requestFault = { kind: 'wrong-body', body };
    screen.server.publish();
    screen.until(() => screen.state.contact.kind === 'failing', 20_000);
    expect(screen.state.contact).toMatchObject({
      failure: { cause: 'invalid', detail: "not a snapshot at 'school.zone'" },
    });
    expect(JSON.stringify(screen.logger.entries)).not.toContain('Secret');
  });

  it('says since when, in true time, and why', () => {
    const screen = polling();
    screen.link.goDown();
    screen.until(() => screen.state.contact.kind === 'failing', 20_000);
    const sinceMs = screen.timeline.nowMs;
    screen.advance(200_000);
    expect(screen.state.contact).toMatchObject({ failure: { cause: 'network' } });
    const { contact } = screen.state;
    if (contact.kind !== 'failing') throw new Error('expected failures');
    expect(contact.failures).toBeGreaterThan(3);
    expect(Math.abs((contact.sinceMs ?? 0) - sinceMs)).toBeLessThan(100);
  });
});

describe('a Retry-After', () => {
  it.each([429, 503] as const)(
    '[POLL-5] holds the next refresh back 1 to 1.5 times (%i)',
    (status) => {
      const screen = polling();
      const code = status === 429 ? 'rate_limited' : 'unavailable';
      screen.link.requestFault = { kind: 'error', status, code, retryAfterMs: 120_000 };
      screen.until(() => screen.state.contact.kind === 'failing', 20_000);
      expect(screen.nextRefreshMs).toBeGreaterThanOrEqual(120_000);
      expect(screen.nextRefreshMs).toBeLessThanOrEqual(180_000);
      screen.connectivity.emit('online');
      expect(screen.nextRefreshMs).toBeGreaterThanOrEqual(119_000);
    },
  );

  it('[POLL-5] [ALERT-2] is preceded by an alert, and by nothing else', () => {
    const screen = new TestScreen().startLive();
    const held = {
      kind: 'error',
      status: 503,
      code: 'unavailable',
      retryAfterMs: 200_000,
    } as const;
    screen.link.requestFault = held;
    screen.until(() => screen.state.contact.kind === 'failing', 20_000);
    screen.link.heal();
    screen.server.publish();
    screen.advance(10_000);
    expect(screen.shown).toBe('sample.1');
    screen.server.publish((snapshot) => snapshot, { urgent: true });
    expect(screen.until(() => screen.shown === 'sample.3', 5_000)).toBeLessThan(500);
  });
});

describe('rejected credentials', () => {
  it('[POLL-5] are tried every 5 min and clear nothing', () => {
    const screen = polling();
    screen.server.school.revoke('sample-token');
    screen.until(() => screen.state.contact.kind === 'failing', 46_000);
    expect(screen.state.contact).toMatchObject({ rejection: 'unknown-screen' });
    const before = screen.requests().length;
    screen.advance(3_600_000);
    const tried = screen.requests(before).length;
    expect(tried).toBeGreaterThanOrEqual(11);
    expect(tried).toBeLessThanOrEqual(15);
    expect(screen.shown).toBe('sample.1');
  });

  it('[BIND-2] show as bound elsewhere, and end when the screen is given back', () => {
    const screen = polling();
    screen.server.school.bind('sample-token', 'another-device');
    screen.until(() => screen.state.contact.kind === 'failing', 46_000);
    expect(screen.state.contact).toMatchObject({ rejection: 'bound-elsewhere' });
    screen.server.school.bind('sample-token', 'sample-device');
    screen.until(() => screen.state.contact.kind === 'accepted', 301_000);
  });

  it('stay known while the network is down as well', () => {
    const screen = polling();
    screen.server.school.revoke('sample-token');
    screen.until(() => screen.state.contact.kind === 'failing', 46_000);
    screen.link.goDown();
    screen.advance(400_000);
    expect(screen.state.contact).toMatchObject({
      rejection: 'unknown-screen',
      failure: { cause: 'network' },
    });
  });
});
