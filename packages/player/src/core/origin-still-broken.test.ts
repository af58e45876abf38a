import type { Announcement, Snapshot } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../testing/sample-snapshot.js';
import { SAMPLE_MIDNIGHT_MS } from '../testing/timeline.js';
import { dayOn, goTo, HOUR_MS, MINUTE_MS, painted, screenAt } from './origin.fixture.js';
import { TestScreen } from './screen.fixture.js';

/** What was still broken in the running system that this one descends from, and in its player. */
describe('still broken', { timeout: 20_000 }, () => {
  it('[P-5] a new day under the same revision: 304 for ever, "day over" all next morning', () => {
    const screen = screenAt(14, { server: { realtime: 'off' } }).startFresh();
    goTo(screen, 33.5);
    expect(screen.shown).toBe('sample.1');
    expect(dayOn(screen)).toBe('2026-11-25 p2');
  });

  it('[P-5] the same while the socket is live', () => {
    const screen = screenAt(14).startLive();
    goTo(screen, 33.5);
    expect(screen.linkKind).toBe('open');
    expect(dayOn(screen)).toBe('2026-11-25 p2');
  });

  it("an identical next day's program is not taken for the old one's", () => {
    const screen = screenAt(23).startLive();
    goTo(screen, 33.5);
    const revision = screen.server.publish();
    screen.until(() => screen.shown === revision, 3_000);
    expect(dayOn(screen)).toBe('2026-11-25 p2');
  });

  it.each([50, 250, 350, 800])(
    '[POLL-6] the refresh of a wake is not lost to a socket %i ms later',
    (ms) => {
      const screen = new TestScreen({ server: { gateway: { reconnectMs: ms } } }).startLive();
      screen.advance(10 * MINUTE_MS);
      const before = screen.requests().length;
      screen.connectivity.emit('wake');
      screen.until(() => screen.requests().length > before, 10_100);
      screen.until(() => screen.linkKind === 'open', 3_000);
      const revision = screen.server.publish();
      screen.until(() => screen.shown === revision, 1_500);
    },
  );

  it('[WS-5] an invalidate that arrives during a fetch', () => {
    const screen = new TestScreen().startLive();
    screen.link.requestFault = { kind: 'slow', latencyMs: 2_000 };
    screen.server.publish();
    screen.until(() => screen.state.network.kind === 'fetching', 3_000);
    // The answer is on its way back, and slower than the socket.
    screen.advance(1_100);
    screen.link.heal();
    const revision = screen.server.publish();
    screen.until(() => screen.shown === revision, 4_000);
  });

  it('[WS-5] a second edit less than 3 s after the first, once that has been fetched', () => {
    const screen = new TestScreen().startLive();
    const first = screen.server.publish();
    screen.until(() => screen.shown === first, 2_000);
    const second = screen.server.publish();
    screen.until(() => screen.shown === second, 2_000);
  });

  it('[SNAP-1] a placeholder under the current revision is no snapshot, and nothing sticks to it', () => {
    const screen = new TestScreen().startLive();
    const building = JSON.stringify({ revision: 'sample.2', state: { type: 'BUILDING' } });
    screen.link.requestFault = ({ kind }) =>
      kind === 'snapshot' ? { kind: 'wrong-body', body: building } : undefined;
    screen.server.publish();
    screen.advance(2 * MINUTE_MS);
    expect(screen.shown).toBe('sample.1');
    screen.link.heal();
    screen.until(() => screen.shown === 'sample.2', 46_000);
  });

  it('[WS-6] the socket is opened at night, and reopened after a drop', () => {
    const screen = screenAt(23).startLive();
    goTo(screen, 26);
    screen.server.gateway.close(1006);
    screen.until(() => screen.linkKind === 'waiting', 1_000);
    screen.until(() => screen.linkKind === 'open', 3_000);
  });

  it('[TIME-4] announcements appear and expire by themselves', () => {
    const announcement: Announcement = {
      id: 'n1',
      level: 'info',
      title: 'Science fair',
      groups: [],
      validFrom: SAMPLE_MIDNIGHT_MS + 9 * HOUR_MS,
      validUntil: SAMPLE_MIDNIGHT_MS + 10 * HOUR_MS,
    };
    const snapshot: Snapshot = { ...sampleSnapshot(), announcements: [announcement] };
    const screen = screenAt(8.9, { server: { snapshot } }).startLive();
    const titles = [8.99, 9.01, 9.99, 10.01].map((hours) => {
      goTo(screen, hours);
      const { scene } = painted(screen);
      return scene.kind === 'day' ? scene.announcements.map(({ title }) => title) : [];
    });
    expect(titles).toEqual([[], ['Science fair'], ['Science fair'], []]);
    expect(screen.shown).toBe('sample.1');
  });
});

describe('its player', { timeout: 20_000 }, () => {
  it('[WS-6] gave up after ten attempts: none in 6 h after the server was back', () => {
    const screen = new TestScreen();
    screen.link.socketFault = { kind: 'refused' };
    screen.startFresh();
    screen.advance(6 * HOUR_MS);
    screen.link.heal();
    screen.until(() => screen.linkKind === 'open', 460_000);
  });

  it('[WS-5] fetched again for an invalidate of the revision that it showed', () => {
    const screen = new TestScreen().startLive();
    const before = screen.requests().length;
    screen.server.gateway.invalidate({ revision: screen.server.revision });
    screen.advance(5_000);
    expect(screen.requests(before)).toHaveLength(0);
  });

  it.each([true, false])(
    '[TIME-1] let a body from a cache set its clock (marked: %s)',
    (isMarked) => {
      const screen = new TestScreen().startLive();
      screen.advance(MINUTE_MS);
      screen.link.requestFault = { kind: 'cached', ageMs: 240_000, isMarked };
      screen.server.publish();
      screen.until(() => screen.shown === screen.server.revision, 3_000);
      expect(Math.abs(screen.core.trueNowMs() - screen.timeline.nowMs)).toBeLessThan(1_000);
    },
  );

  it('[TIME-1] never noticed that the clock of the device had jumped', () => {
    const screen = screenAt(9).startLive();
    goTo(screen, 9.5);
    screen.clock.jumpWall(2 * HOUR_MS);
    screen.advance(2_000);
    expect(screen.logger.count('clock.leapt')).toBe(1);
    expect(dayOn(screen)).toBe('2026-11-24 p2');
  });

  it('went on saying that it could not load after it could', () => {
    const screen = new TestScreen().startLive();
    screen.link.goDown();
    screen.advance(10 * MINUTE_MS);
    expect(painted(screen).connection.kind).toBe('offline');
    screen.link.heal();
    screen.until(() => painted(screen).connection.kind === 'live', 50_000);
  });

  it('[P-1] stored no payload: a restart without a network showed an error page', () => {
    const screen = screenAt(9).startLive();
    goTo(screen, 9.5);
    screen.link.goDown();
    screen.restart();
    screen.until(() => screen.shown === 'sample.1', 2_000);
    expect(dayOn(screen)).toBe('2026-11-24 p2');
  });

  it('[POLL-5] never tried again once its token had been refused', () => {
    const screen = new TestScreen().startLive();
    screen.server.school.bind('sample-token', 'another-device');
    screen.until(() => painted(screen).rejection === 'bound-elsewhere', 46_000);
    expect(dayOn(screen)).toContain('2026-11-24');
    screen.server.school.bind('sample-token');
    screen.until(() => painted(screen).rejection === undefined, 301_000);
  });
});
