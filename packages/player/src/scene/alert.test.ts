import { ALERT_KINDS, type Alert } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { sceneAt } from './scene-at.js';
import { at, dayOf, SCREEN, snapshotOf } from './snapshot.fixture.js';

function alertOf(id: string, kind: Alert['kind'], from: string, until: string): Alert {
  const window = { startsAt: at(from), expiresAt: at(until) };
  return { id, kind, groups: [], title: id, drill: false, ...window };
}

function shown(alerts: Alert[], time: string, groups: string[] = []): string | undefined {
  const snapshot = snapshotOf([dayOf(0)], { alerts, view: { layout: 'board', groups } });
  const scene = sceneAt(snapshot, SCREEN, at(time));
  return scene.kind === 'alert' ? scene.alert.id : undefined;
}

describe('alerts', () => {
  it('[ALERT-1] gives the screen to the most severe, in whatever order they come', () => {
    const alerts = ALERT_KINDS.map((kind) => alertOf(kind, kind, '08:00', '10:00'));
    expect(shown(alerts, '09:00')).toBe('lockdown');
    expect(shown([...alerts].reverse(), '09:00')).toBe('lockdown');
    expect(shown(alerts.slice(2), '09:00')).toBe('weather');
  });

  it('[ALERT-1] shows the newer of two of a kind', () => {
    const older = alertOf('older', 'evacuate', '08:00', '10:00');
    const newer = alertOf('newer', 'evacuate', '08:30', '10:00');
    expect(shown([older, newer], '08:29')).toBe('older');
    expect(shown([older, newer], '08:30')).toBe('newer');
  });

  it('[ALERT-1] never lets a drill cover what is real', () => {
    const drill = { ...alertOf('drill', 'lockdown', '08:00', '10:00'), drill: true };
    const real = alertOf('real', 'information', '08:30', '09:00');
    expect(['08:10', '08:30', '09:00'].map((time) => shown([drill, real], time))).toEqual([
      'drill',
      'real',
      'drill',
    ]);
  });

  it('[ALERT-2] ends by itself, the end excluded', () => {
    const alerts = [alertOf('a', 'evacuate', '08:00', '10:00')];
    expect(['07:59', '08:00', '09:59', '10:00'].map((time) => shown(alerts, time))).toEqual([
      undefined,
      'a',
      'a',
      undefined,
    ]);
  });

  it('[ALERT-1] changes when it ends or a more severe one starts, not when a lesser one does', () => {
    const alerts = [
      alertOf('weather', 'weather', '08:00', '12:00'),
      alertOf('information', 'information', '09:00', '10:00'),
      alertOf('lockdown', 'lockdown', '11:00', '11:30'),
      alertOf('never', 'lockdown', '08:30', '08:30'),
    ];
    const snapshot = snapshotOf([dayOf(0)], { alerts });
    expect(sceneAt(snapshot, SCREEN, at('08:00')).changesAt).toBe(at('11:00'));
    expect(sceneAt(snapshot, SCREEN, at('11:30')).changesAt).toBe(at('12:00'));
    expect(sceneAt(snapshot, SCREEN, at('07:00')).changesAt).toBe(at('08:00'));
  });

  it('[P-8] reaches the groups that it is for', () => {
    const alerts = [{ ...alertOf('a', 'evacuate', '08:00', '10:00'), groups: ['east'] }];
    expect(shown(alerts, '09:00')).toBeUndefined();
    expect(shown(alerts, '09:00', ['west'])).toBeUndefined();
    expect(shown(alerts, '09:00', ['west', 'east'])).toBe('a');
  });
});
