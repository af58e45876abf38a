import type { Snapshot } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../testing/sample-snapshot.js';
import { SAMPLE_MIDNIGHT_MS } from '../testing/timeline.js';
import { dayOn, goTo, HOUR_MS, MINUTE_MS, painted, screenAt } from './origin.fixture.js';
import { TestScreen } from './screen.fixture.js';

const WEEK = ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday'];

/** What broke and was mended in the running system that this one descends from. */
describe('history', { timeout: 20_000 }, () => {
  it('[P-1] blank screens for minutes at 00:00', () => {
    const screen = screenAt(23.9).startLive();
    goTo(screen, 23.99);
    for (let second = 0; second < 600; second += 1) {
      screen.advance(1_000);
      expect(painted(screen).kind).toBe('content');
    }
  });

  it("[TIME-4] [P-5] then yesterday's schedule, since the revision does not change at midnight", () => {
    const screen = screenAt(23.9).startLive();
    goTo(screen, 23.999);
    expect(dayOn(screen)).toBe('2026-11-24 after-school');
    goTo(screen, 24.001);
    expect(dayOn(screen)).toBe('2026-11-25 before-school');
  });

  it('[P-4] a herd at the end of each period: a bell costs no request', () => {
    const withoutBells = (snapshot: Snapshot): Snapshot => ({
      ...snapshot,
      divisions: snapshot.divisions.map((division) => ({
        ...division,
        days: division.days.map((day) => ({ ...day, slots: [] })),
      })),
    });
    const [bells, none] = [sampleSnapshot(), withoutBells(sampleSnapshot())].map((snapshot) => {
      const screen = screenAt(7.5, { seed: 5, server: { snapshot } }).startLive();
      goTo(screen, 13.5);
      return screen.requests().map(({ atMs }) => atMs);
    });
    expect(bells).toEqual(none);
    expect(bells?.length).toBeGreaterThan(500);
  });

  it('[POLL-5] a storm of retries: a dead server is asked less often than a live one', () => {
    const screen = new TestScreen().startLive();
    screen.server.stop();
    const before = screen.requests().length;
    screen.advance(HOUR_MS);
    expect(screen.requests(before).length).toBeLessThan(105);
  });

  it('[P-5] countdowns off by hours: the TV has the wrong clock', () => {
    for (const wallErrorMs of [-8 * HOUR_MS, 10 * MINUTE_MS, 3 * HOUR_MS, 400 * 24 * HOUR_MS]) {
      const screen = screenAt(9, { clock: { wallErrorMs } }).startFresh();
      goTo(screen, 9.5);
      expect(Math.abs(painted(screen).nowMs - screen.timeline.nowMs)).toBeLessThan(1_000);
      expect(dayOn(screen)).toBe('2026-11-24 p2');
    }
  });

  it('[TIME-1] the persisted offset caused wrong periods: a sample outweighs what was stored', () => {
    const screen = screenAt(9);
    screen.store.memory = { lastTrueMs: SAMPLE_MIDNIGHT_MS - HOUR_MS, wallOffsetMs: 5 * HOUR_MS };
    screen.startFresh();
    goTo(screen, 9.5);
    expect(dayOn(screen)).toBe('2026-11-24 p2');
    expect(screen.store.memory.wallOffsetMs).toBeCloseTo(0, -2);
  });

  it('[HTTP-1] "loading" for ever: a 304 before the first body', () => {
    const screen = new TestScreen();
    screen.link.requestFault = { kind: 'not-modified' };
    screen.core.start();
    screen.advance(30_000);
    expect(screen.requests().every(({ request }) => !('etag' in request))).toBe(true);
    screen.link.heal();
    screen.until(() => screen.shown === 'sample.1', 46_000);
  });

  it('updates never seen: a cache on the way that vouches for the old body', () => {
    const screen = new TestScreen({ server: { realtime: 'off' } }).startFresh();
    const revision = screen.server.publish();
    screen.link.requestFault = ({ kind }) =>
      kind === 'status' ? { kind: 'not-modified' } : undefined;
    screen.until(() => screen.shown === revision, 46_000);
  });

  it('[WS-5] edits within 2 s ignored: the last of them is shown', () => {
    const screen = new TestScreen().startLive();
    for (let edit = 0; edit < 100; edit += 1) {
      screen.server.publish();
      screen.advance(20);
    }
    expect(screen.until(() => screen.shown === screen.server.revision, 5_000)).toBeLessThan(3_000);
  });

  it('[POLL-3] TVs asleep all morning: there is no hour without polls', () => {
    const screen = screenAt(12).startLive();
    goTo(screen, 36);
    const at = screen.requests().map(({ atMs }) => atMs);
    const gaps = at.slice(1).map((ms, index) => ms - (at[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(45_200);
  });

  it('[P-5] the wrong day, from weekdays that were numbered in two ways: each day is its own', () => {
    const screen = screenAt(12, { tickMs: 60_000 }).startLive();
    const seen = WEEK.map((_, index) => {
      goTo(screen, 12.5 + index * 24);
      const { scene } = painted(screen);
      return scene.kind === 'day' ? scene.day?.texts.weekday : scene.kind;
    });
    expect(seen).toEqual(WEEK);
  });

  it('[TIME-4] a countdown that stood at 00:00: the next slot follows within the second', () => {
    const screen = screenAt(8.5).startLive();
    goTo(screen, 9 - 1 / 3600);
    expect(dayOn(screen)).toBe('2026-11-24 p1');
    screen.advance(1_000);
    expect(dayOn(screen)).toBe('2026-11-24 p2');
  });

  it('[WS-1] its own socket was refused: requests and socket name the same device', () => {
    const screen = new TestScreen().startLive();
    screen.advance(HOUR_MS);
    expect(screen.linkKind).toBe('open');
    const devices = screen.requests().map(({ request }) => request.credentials.deviceId);
    expect(new Set(devices)).toEqual(new Set(['sample-device']));
    expect(screen.server.school.admit('sample-token', 'sample-device').kind).toBe('admitted');
    expect(screen.server.school.admit('sample-token', 'another-device').kind).toBe(
      'bound-elsewhere',
    );
  });

  it('[P-4] a screen that behaves was refused for asking too often', () => {
    const screen = new TestScreen().startLive();
    for (let second = 0; second < 600; second += 1) {
      screen.server.publish();
      if (second % 60 === 0) screen.connectivity.emit('wake');
      screen.advance(1_000);
    }
    expect(screen.server.limited).toBe(0);
  });

  it('[TIME-5] awake, and asleep again from what was kept of the night', () => {
    const screen = screenAt(6.9).startLive();
    screen.server.changeScreen({ nightHours: { from: '20:00', until: '07:00' } });
    const nights = [6.95, 7.001, 7.02, 7.5, 12].map((hours) => {
      goTo(screen, hours);
      return painted(screen).scene.kind;
    });
    expect(nights).toEqual(['off', 'day', 'day', 'day', 'day']);
  });
});
