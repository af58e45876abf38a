import { describe, expect, it } from 'vitest';
import { sceneAt } from './scene-at.js';
import { at, dayOf, HOUR_MS, SCREEN, snapshotOf } from './snapshot.fixture.js';

const snapshot = snapshotOf([dayOf(0), dayOf(1), dayOf(2)]);

function withNight(from: string, until: string) {
  return { ...SCREEN, nightHours: { from, until } };
}

describe('night hours', () => {
  it('[TIME-5] is black over midnight, and says until when', () => {
    const screen = withNight('20:00', '06:00');
    expect(sceneAt(snapshot, screen, at('19:59'))).toMatchObject({
      kind: 'day',
      changesAt: at('20:00'),
    });
    expect(sceneAt(snapshot, screen, at('20:00'))).toEqual({ kind: 'off', changesAt: at('30:00') });
    expect(sceneAt(snapshot, screen, at('29:59')).kind).toBe('off');
    expect(sceneAt(snapshot, screen, at('30:00')).kind).toBe('day');
  });

  it('[TIME-5] may lie within one day', () => {
    const screen = withNight('01:00', '05:00');
    const kinds = ['00:59', '01:00', '04:59', '05:00'].map(
      (time) => sceneAt(snapshot, screen, at(time)).kind,
    );
    expect(kinds).toEqual(['day', 'off', 'off', 'day']);
  });

  it('[TIME-5] is never, where it has no length', () => {
    expect(sceneAt(snapshot, withNight('06:00', '06:00'), at('06:00')).kind).toBe('day');
  });

  it('[SNAP-3] follows the clocks when they change within the night', () => {
    const { school } = snapshot;
    const offsets = [
      { from: at('00:00'), minutes: 60 },
      { from: at('25:00'), minutes: 120 },
    ];
    const spring = { ...snapshot, school: { ...school, offsets } };
    const screen = withNight('20:00', '06:00');
    expect(sceneAt(spring, screen, at('22:00'))).toEqual({ kind: 'off', changesAt: at('28:00') });
    expect(sceneAt(spring, screen, at('28:00')).kind).toBe('day');
  });

  it('[SNAP-3] ends with a jump of the clock over its end', () => {
    const offsets = [
      { from: at('00:00'), minutes: 0 },
      { from: at('05:30'), minutes: 60 },
    ];
    const jump = { ...snapshot, school: { ...snapshot.school, offsets } };
    const scene = sceneAt(jump, withNight('20:00', '06:00'), at('04:00'));
    expect(scene).toEqual({ kind: 'off', changesAt: at('05:30') });
  });

  it('[TIME-5] gives way to an alert', () => {
    const alert = {
      id: 'a1',
      kind: 'weather' as const,
      groups: [],
      title: 'Storm',
      startsAt: at('22:00'),
      expiresAt: at('22:00') + HOUR_MS,
      drill: false,
    };
    const alerted = { ...snapshot, alerts: [alert] };
    const screen = withNight('20:00', '06:00');
    expect(sceneAt(alerted, screen, at('21:00')).changesAt).toBe(at('22:00'));
    expect(sceneAt(alerted, screen, at('22:30')).kind).toBe('alert');
    expect(sceneAt(alerted, screen, at('23:00')).kind).toBe('off');
  });
});
