import type { Alert } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { TestScreen } from './core/screen.fixture.js';
import { present } from './present.js';
import type { PlayerView } from './scene/view.js';
import { sampleSnapshot } from './testing/sample-snapshot.js';
import { SAMPLE_MIDNIGHT_MS, Timeline } from './testing/timeline.js';

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

function viewOf(screen: TestScreen): PlayerView {
  return present(screen.state, screen.core.trueNowMs());
}

function contentOf(screen: TestScreen): Extract<PlayerView, { kind: 'content' }> {
  const view = viewOf(screen);
  if (view.kind !== 'content') throw new Error(`empty: ${view.reason}`);
  return view;
}

/** A screen that is first switched on at a time of the first day. */
function screenAt(hours: number, snapshot = sampleSnapshot()): TestScreen {
  const timeline = new Timeline(SAMPLE_MIDNIGHT_MS + hours * HOUR_MS);
  return new TestScreen({ server: { timeline, snapshot } });
}

/** Cuts the power for `hours`, and with it the network and the wall clock. */
function restartLost(screen: TestScreen, hours: number): void {
  screen.link.goDown();
  screen.core.close();
  screen.advance(hours * HOUR_MS);
  screen.clock.jumpWall(-YEAR_MS);
  screen.restart();
  screen.advance(1_000);
}

describe('a screen with nothing to show', () => {
  it('is starting, and then says that there is no contact', () => {
    const screen = new TestScreen();
    expect(viewOf(screen)).toEqual({ kind: 'empty', reason: 'starting' });
    screen.link.goDown();
    screen.core.start();
    screen.advance(14_000);
    expect(viewOf(screen)).toEqual({ kind: 'empty', reason: 'starting' });
    screen.advance(3_000);
    expect(viewOf(screen)).toEqual({ kind: 'empty', reason: 'no-contact' });
  });

  it.each([
    ['unknown-screen', (screen: TestScreen) => screen.server.school.revoke('sample-token')],
    ['bound-elsewhere', (screen: TestScreen) => screen.server.school.bind('sample-token', 'other')],
  ] as const)('says why the server refuses it: %s', (reason, refuse) => {
    const screen = new TestScreen();
    refuse(screen);
    screen.core.start();
    screen.advance(2_000);
    expect(viewOf(screen)).toEqual({ kind: 'empty', reason });
  });
});

describe('a screen with content', () => {
  it('[TIME-2] shows the scene of the true time', () => {
    const screen = screenAt(9.5).startFresh();
    expect(contentOf(screen)).toMatchObject({
      school: { name: 'Riverside School' },
      screen: { name: 'Main hall' },
      scene: { kind: 'day', moment: { kind: 'in-slot', slot: { key: 'p2' } } },
      time: 'confirmed',
    });
  });

  it('says how it stands with its server', () => {
    const screen = screenAt(9).startFresh();
    expect(contentOf(screen).connection).toEqual({ kind: 'polling' });
    screen.until(() => screen.linkKind === 'open', 3_000);
    expect(contentOf(screen).connection).toEqual({ kind: 'live' });
    screen.link.goDown();
    screen.until(() => screen.state.contact.kind === 'failing', 46_000);
    const sinceMs = screen.timeline.nowMs;
    screen.advance(HOUR_MS);
    const { connection } = contentOf(screen);
    if (connection.kind !== 'offline') throw new Error('expected offline');
    expect(Math.abs((connection.sinceMs ?? 0) - sinceMs)).toBeLessThan(100);
    screen.restart();
    screen.advance(30_000);
    expect(contentOf(screen).connection).toEqual({ kind: 'offline' });
  });

  it('[BIND-2] goes on showing it while the server refuses its credentials', () => {
    const screen = screenAt(9).startFresh();
    screen.server.school.bind('sample-token', 'another-device');
    screen.until(() => screen.state.contact.kind === 'failing', 46_000);
    expect(contentOf(screen)).toMatchObject({
      rejection: 'bound-elsewhere',
      scene: { kind: 'day' },
    });
  });
});

describe('the time', () => {
  it('[TIME-1] is unconfirmed until the first sample of a start', () => {
    const screen = screenAt(9).startFresh();
    screen.advance(1_000);
    screen.link.goDown();
    screen.restart();
    screen.advance(1_000);
    expect(contentOf(screen).time).toBe('unconfirmed');
    expect(contentOf(screen).nowMs).toBe(screen.timeline.nowMs);
    screen.link.heal();
    screen.until(() => contentOf(screen).time === 'confirmed', 46_000);
  });

  it('[TIME-1] stands at the last scene while the clock is known wrong', () => {
    const screen = screenAt(9.5).startFresh();
    screen.advance(100);
    restartLost(screen, 20);
    const shown = contentOf(screen);
    expect(shown.time).toBe('unknown');
    screen.advance(2 * HOUR_MS);
    expect(contentOf(screen)).toMatchObject({ nowMs: shown.nowMs, time: 'unknown' });
    expect(contentOf(screen).scene).toMatchObject({ moment: { slot: { key: 'p2' } } });
    screen.link.heal();
    screen.until(() => contentOf(screen).time === 'confirmed', 46_000);
    expect(contentOf(screen).scene).toMatchObject({ moment: { kind: 'before-school' } });
  });

  it('[ALERT-2] lets an alert end by itself while the screen is offline, over restarts too', () => {
    const screen = screenAt(9.5).startFresh();
    const alert: Alert = {
      id: 'a1',
      kind: 'evacuate',
      groups: [],
      title: 'Leave the building',
      startsAt: screen.timeline.nowMs,
      expiresAt: screen.timeline.nowMs + HOUR_MS,
      drill: false,
    };
    screen.server.publish((snapshot) => ({ ...snapshot, alerts: [alert] }), { urgent: true });
    screen.until(() => contentOf(screen).scene.kind === 'alert', 46_000);
    screen.link.goDown();
    screen.advance(HOUR_MS / 2);
    expect(contentOf(screen).scene.kind).toBe('alert');
    screen.restart();
    screen.advance(1_000);
    expect(contentOf(screen).scene.kind).toBe('alert');
    screen.advance(HOUR_MS / 2);
    expect(contentOf(screen)).toMatchObject({
      scene: { kind: 'day' },
      connection: { kind: 'offline' },
    });
  });

  it.each([-YEAR_MS, HOUR_MS, YEAR_MS])(
    '[ALERT-1, P-5] shows an alert over a slow network, though its clock was %i ms off',
    (offMs) => {
      const screen = screenAt(9.5).startFresh();
      screen.advance(100);
      screen.clock.jumpWall(offMs);
      screen.restart();
      screen.link.latencyMs = 800;
      screen.advance(60_000);
      const { nowMs } = screen.timeline;
      const alert: Alert = {
        id: 'a1',
        kind: 'lockdown',
        groups: [],
        title: 'Lockdown',
        startsAt: nowMs,
        expiresAt: nowMs + HOUR_MS,
        drill: false,
      };
      screen.server.publish((snapshot) => ({ ...snapshot, alerts: [alert] }), { urgent: true });
      screen.until(() => contentOf(screen).scene.kind === 'alert', 46_000);
      expect(contentOf(screen).time).toBe('unconfirmed');
    },
  );

  it('[ALERT-2] lets an alert go that must have ended, even then', () => {
    const alert: Alert = {
      id: 'a1',
      kind: 'lockdown',
      groups: [],
      title: 'Lockdown',
      startsAt: SAMPLE_MIDNIGHT_MS,
      expiresAt: SAMPLE_MIDNIGHT_MS + 11 * HOUR_MS,
      drill: false,
    };
    const screen = screenAt(9.5, { ...sampleSnapshot(), alerts: [alert] }).startFresh();
    screen.advance(100);
    restartLost(screen, 5);
    expect(contentOf(screen)).toMatchObject({ time: 'unknown', scene: { kind: 'alert' } });
    screen.advance(2 * HOUR_MS);
    expect(contentOf(screen)).toMatchObject({ time: 'unknown', scene: { kind: 'day' } });
  });
});
