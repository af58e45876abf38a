import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../testing/sample-snapshot.js';
import { SAMPLE_MIDNIGHT_MS, Timeline } from '../testing/timeline.js';
import { TestScreen } from './screen.fixture.js';

const HOUR_MS = 3_600_000;
const DAY = '2026-11-24';
/** The bell of the first lesson. */
const EIGHT_MS = SAMPLE_MIDNIGHT_MS + 8 * HOUR_MS;
const LOUD = { on: true, volume: 0.4 };

/** A screen that is shown from `beforeMs` before eight on. */
function screenBefore(beforeMs: number, sound = LOUD): TestScreen {
  const timeline = new Timeline(EIGHT_MS - beforeMs);
  const screen = new TestScreen({ server: { timeline } });
  screen.server.changeScreen({ sound });
  return screen;
}

const keys = ({ heard }: TestScreen): string[] => heard.map(({ key }) => key);

function lockdown(changes: { readonly drill?: boolean } = {}) {
  return {
    id: 'fire-1',
    kind: 'lockdown' as const,
    groups: [],
    title: 'Stay inside',
    startsAt: EIGHT_MS - 60_000,
    expiresAt: EIGHT_MS + HOUR_MS,
    drill: false,
    ...changes,
  };
}

describe('a bell', () => {
  it('[TIME-3] rings once, at the instant of its slot, and is written down before', () => {
    const screen = screenBefore(60_000).startFresh();
    screen.until(() => screen.store.rings.length > 0, 60_000);
    expect(screen.timeline.nowMs).toBeLessThan(EIGHT_MS);
    expect(screen.heard).toEqual([]);
    screen.advance(4.5 * HOUR_MS);
    expect(keys(screen)).toEqual(['p1', 'p2', 'p3', 'br', 'p4'].map((key) => `${DAY}/${key}`));
    for (const [index, { atMs }] of screen.heard.entries()) {
      expect(Math.abs(atMs - (EIGHT_MS + index * HOUR_MS))).toBeLessThan(1_000);
    }
    expect(screen.heard[3]).toMatchObject({ occasion: 'break', volume: 0.4 });
    expect(screen.store.rings).toEqual(keys(screen));
    expect(screen.state.bells.missed).toBe(0);
  });

  it('[TIME-6] is silent while the sound of the screen is off, and heard once it is on', () => {
    const screen = screenBefore(60_000, { on: false, volume: 1 }).startLive();
    screen.advance(0.5 * HOUR_MS);
    expect(screen.heard).toEqual([]);
    screen.server.changeScreen({ sound: LOUD });
    screen.advance(HOUR_MS);
    expect(keys(screen)).toEqual([`${DAY}/p2`]);
    expect(screen.state.bells.missed).toBe(0);
  });

  it('[TIME-1] is silent until a server has said what time it is', () => {
    const screen = screenBefore(600_000).startFresh();
    screen.advance(1_000);
    screen.link.goDown();
    screen.restart();
    screen.advance(HOUR_MS);
    expect(screen.heard).toEqual([]);
    screen.link.heal();
    screen.advance(HOUR_MS);
    expect(keys(screen)).toEqual([`${DAY}/p2`]);
  });

  it('[TIME-3] of a device that slept is rung up to 30 s late, and then counted as missed', () => {
    const screen = screenBefore(60_000).startFresh();
    screen.clock.suspend(EIGHT_MS + 20_000 - screen.timeline.nowMs);
    screen.advance(90_000);
    expect(keys(screen)).toEqual([`${DAY}/p1`]);
    expect(screen.heard[0]?.atMs).toBeLessThan(EIGHT_MS + 25_000);
    screen.advance(2_000);
    screen.clock.suspend(2.5 * HOUR_MS);
    screen.advance(3 * HOUR_MS);
    expect(keys(screen)).toEqual([`${DAY}/p1`, `${DAY}/br`]);
    expect(screen.state.bells.missed).toBe(2);
  });

  it.each(['sleep', 'jump'] as const)(
    '[TIME-3] does not ring again after a restart, and the %s of a clock, within its 30 s',
    (what) => {
      const screen = screenBefore(60_000).startLive();
      screen.until(() => screen.heard.length > 0, 61_000);
      if (what === 'sleep') screen.clock.sleep(3_000);
      else screen.clock.jumpWall(-60_000);
      screen.advance(4_000);
      screen.restart();
      screen.advance(60_000);
      expect(keys(screen)).toEqual([`${DAY}/p1`]);
    },
  );

  it('[TIME-3] does not ring again where the server sets its own clock back', () => {
    const screen = screenBefore(60_000).startLive();
    screen.advance(120_000);
    screen.link.source.request = (
      (request) => (of, done) =>
        request.call(screen.link.source, of, (outcome) => {
          if (outcome.kind === 'failed') done(outcome);
          else {
            const serverTimeMs = (outcome.facts.serverTimeMs ?? 0) - 150_000;
            done({ ...outcome, facts: { ...outcome.facts, serverTimeMs } });
          }
        })
    )(screen.link.source.request);
    screen.advance(300_000);
    expect(screen.core.trueNowMs() - screen.timeline.nowMs).toBeLessThan(-149_000);
    expect(keys(screen)).toEqual([`${DAY}/p1`]);
  });

  it('[TIME-3] of a slot that is moved rings at its new time, unless it has rung', () => {
    const screen = screenBefore(60_000).startLive();
    const moved = (byMs: number): void => {
      screen.server.publish((snapshot) => {
        const days = snapshot.divisions[0]?.days.map((day) => ({
          ...day,
          slots: day.slots.map((slot) => ({ ...slot, startsAt: slot.startsAt + byMs })),
        }));
        return { ...snapshot, divisions: [{ id: 'main', name: 'Main', days: days ?? [] }] };
      });
    };
    moved(600_000);
    screen.advance(300_000);
    expect(screen.heard).toEqual([]);
    screen.advance(400_000);
    expect(keys(screen)).toEqual([`${DAY}/p1`]);
    moved(600_000);
    screen.advance(700_000);
    expect(keys(screen)).toEqual([`${DAY}/p1`]);
  });

  it('[TIME-6] is silent where the sound was switched off after it was written down', () => {
    const screen = screenBefore(60_000).startLive();
    screen.until(() => screen.state.bells.stage.kind === 'claimed', 60_000);
    screen.server.changeScreen({ sound: { on: false, volume: 1 } });
    screen.until(() => screen.state.bells.next === undefined, EIGHT_MS - screen.timeline.nowMs);
    screen.advance(60_000);
    expect(screen.store.rings).toEqual([`${DAY}/p1`]);
    expect(screen.heard).toEqual([]);
  });
});

describe('a power cut', () => {
  it('[TIME-3] loses a ring that is written down and has not sounded, and never doubles one', () => {
    const screen = screenBefore(60_000).startLive();
    screen.until(() => screen.store.rings.length > 0, 60_000);
    screen.restart();
    screen.advance(60_000);
    expect(screen.heard).toEqual([]);
    screen.until(() => screen.heard.length > 0, HOUR_MS);
    screen.restart();
    screen.advance(60_000);
    expect(keys(screen)).toEqual([`${DAY}/p2`]);
  });
});

describe('storage', () => {
  it.each(['throws', 'hangs', 'full'] as const)(
    '[TIME-3] [STORE-3] that %s makes a bell silent, not doubtful, and holds nothing up',
    (fault) => {
      const screen = screenBefore(60_000).startLive();
      screen.store.fault = fault;
      screen.advance(65_000);
      expect(screen.heard).toEqual([]);
      expect(screen.state.bells.missed).toBe(1);
      screen.store.fault = undefined;
      screen.advance(HOUR_MS);
      expect(keys(screen)).toEqual([`${DAY}/p2`]);
    },
  );

  it('[TIME-3] that is slow but answers within two seconds still rings on time', () => {
    const screen = screenBefore(60_000).startLive();
    screen.store.latencyMs = 1_900;
    screen.advance(65_000);
    expect(keys(screen)).toEqual([`${DAY}/p1`]);
    expect(screen.heard[0]?.atMs).toBeLessThan(EIGHT_MS + 1_000);
  });
});

describe('an alert', () => {
  it('[ALERT-1] [TIME-3] is heard once when it is first painted, and silences bells', () => {
    const screen = screenBefore(30_000).startLive();
    screen.server.publish((snapshot) => ({ ...snapshot, alerts: [lockdown()] }));
    screen.advance(5_000);
    expect(screen.heard).toMatchObject([{ key: 'alert fire-1', occasion: 'alert', volume: 0.4 }]);
    screen.restart();
    screen.advance(60_000);
    expect(screen.heard).toHaveLength(1);
    expect(screen.state.bells.missed).toBe(0);
  });

  it('[ALERT-1] is not heard where it is a drill, or the sound is off', () => {
    const screen = screenBefore(30_000).startLive();
    screen.server.publish((snapshot) => ({ ...snapshot, alerts: [lockdown({ drill: true })] }));
    screen.advance(5_000);
    screen.server.changeScreen({ sound: { on: false, volume: 1 } });
    screen.server.publish((snapshot) => ({ ...snapshot, alerts: [lockdown()] }));
    screen.advance(60_000);
    expect(screen.heard).toEqual([]);
  });
});

it('[TIME-3] what this run has rung is kept within bounds', () => {
  const screen = new TestScreen({
    server: { snapshot: sampleSnapshot({ days: 35 }) },
    tickMs: 60_000,
  });
  screen.server.changeScreen({ sound: LOUD });
  screen.startFresh();
  screen.advance(30 * 24 * HOUR_MS);
  expect(screen.heard.length).toBeGreaterThan(100);
  expect(new Set(keys(screen)).size).toBe(screen.heard.length);
  expect(screen.state.bells.done.length).toBeLessThanOrEqual(32);
});
