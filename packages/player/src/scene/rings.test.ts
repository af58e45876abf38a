import type { Alert } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { countMissed, nextAlertRing, nextBell, type Ring } from './rings.js';
import { at, dayOf, SCREEN, slotOf, snapshotOf } from './snapshot.fixture.js';

const DAYS = [
  dayOf(0, {
    slots: [
      slotOf('p1 08:00-08:45'),
      { ...slotOf('form 08:45-08:50'), bell: false },
      slotOf('br 09:00-09:20', 'break'),
      slotOf('br2 09:00-09:30', 'break'),
    ],
  }),
  dayOf(1, { slots: [slotOf('p1 32:00-32:45')] }),
];

function alertOf(id: string, times: string, changes: Partial<Alert> = {}): Alert {
  const [start = '', end = ''] = times.split('-');
  return {
    id,
    kind: 'lockdown',
    groups: [],
    title: 'Stay inside',
    startsAt: at(start),
    expiresAt: at(end),
    drill: false,
    ...changes,
  };
}

function bellAt(time: string, seconds = 0, done: readonly Ring[] = [], alerts: Alert[] = []) {
  return nextBell(snapshotOf(DAYS, { alerts }), SCREEN, at(time) + seconds * 1000, done);
}

describe('nextBell', () => {
  it('[TIME-3] is of the next slot that has one, on whatever day', () => {
    expect(bellAt('07:00')).toEqual({
      key: '08:00/p1',
      occasion: 'period',
      atMs: at('08:00'),
      untilMs: at('08:00') + 30_000,
    });
    expect(bellAt('08:01')?.key).toBe('09:00/br');
    expect(bellAt('12:00')?.key).toBe('32:00/p1');
    expect(bellAt('33:00')).toBeUndefined();
  });

  it('[TIME-3] is never more than 30 s late', () => {
    expect(bellAt('08:00', 29.9)?.key).toBe('08:00/p1');
    expect(bellAt('08:00', 30)?.key).toBe('09:00/br');
  });

  it('[TIME-3] is one for slots that begin together', () => {
    const rung = bellAt('09:00');
    expect(bellAt('09:00', 5, rung ? [rung] : [])?.key).toBe('32:00/p1');
  });

  it('[TIME-3] does not ring for a slot again that was moved after its bell', () => {
    const rung = bellAt('08:00');
    const later = snapshotOf([
      dayOf(0, { slots: [{ ...slotOf('p1 08:30-09:00'), id: '08:00/p1' }] }),
    ]);
    expect(nextBell(later, SCREEN, at('08:10'), [])?.atMs).toBe(at('08:30'));
    expect(nextBell(later, SCREEN, at('08:10'), rung ? [rung] : [])).toBeUndefined();
  });

  it('[TIME-3] is silent while any alert has the screen', () => {
    const alerts = [alertOf('a', '08:50-09:01', { kind: 'information' })];
    expect(bellAt('08:40', 0, [], alerts)?.key).toBe('32:00/p1');
    const elsewhere = [alertOf('a', '08:50-09:01', { groups: ['south'] })];
    expect(bellAt('08:40', 0, [], elsewhere)?.key).toBe('09:00/br');
    const justNow = [alertOf('a', '09:00-09:05', { startsAt: at('09:00') + 5_000 })];
    expect(bellAt('09:00', 4, [], justNow)?.key).toBe('09:00/br');
    expect(bellAt('09:00', 5, [], justNow)?.key).toBe('32:00/p1');
  });

  it('is of the division of the screen', () => {
    const divisions = [
      { id: 'upper', name: 'Upper', days: DAYS },
      { id: 'lower', name: 'Lower', days: [dayOf(0, { slots: [slotOf('p1 08:10-08:45')] })] },
    ];
    const snapshot = snapshotOf([], { divisions });
    const screen = { ...SCREEN, division: 'lower' };
    expect(nextBell(snapshot, screen, at('07:00'), [])?.key).toBe('08:10/p1');
  });
});

describe('countMissed', () => {
  it('[TIME-3] counts what neither rang nor was silenced', () => {
    const count = (done: readonly Ring[], alerts: Alert[]): number =>
      countMissed(snapshotOf(DAYS, { alerts }), SCREEN, at('07:00'), at('10:00'), done);
    const first = bellAt('08:00');
    expect(count([], [])).toBe(3);
    expect(count(first ? [first] : [], [])).toBe(2);
    expect(count(first ? [first] : [], [alertOf('a', '08:50-09:30')])).toBe(0);
  });
});

describe('the sound of a bell', () => {
  it('[TIME-3] is the school’s own for that kind of slot, where it has one', () => {
    const gong = { hash: 'a'.repeat(64), mimeType: 'audio/mpeg', bytes: 9 };
    const snapshot = snapshotOf(DAYS, { bells: { sounds: { break: gong } } });
    const soundAt = (time: string) => nextBell(snapshot, SCREEN, at(time), [])?.file;
    expect(soundAt('07:59')).toBeUndefined();
    expect(soundAt('08:59')).toBe(gong.hash);
  });
});

describe('nextAlertRing', () => {
  const ringAt = (alerts: Alert[], time: string, done: readonly Ring[] = []) =>
    nextAlertRing(snapshotOf(DAYS, { alerts }), at(time), done);

  it('[ALERT-1] is of a lockdown or an evacuation, and of no drill', () => {
    for (const kind of ['lockdown', 'evacuate'] as const) {
      const alerts = [alertOf('a', '10:00-11:00', { kind })];
      expect(ringAt(alerts, '09:00')).toEqual({
        key: 'alert a',
        occasion: 'alert',
        atMs: at('10:00'),
        untilMs: at('11:00'),
      });
      expect(ringAt(alerts, '10:30')?.atMs).toBe(at('10:30'));
      expect(ringAt(alerts, '11:00')).toBeUndefined();
    }
    for (const kind of ['weather', 'information'] as const) {
      expect(ringAt([alertOf('a', '10:00-11:00', { kind })], '10:30')).toBeUndefined();
    }
    expect(ringAt([alertOf('a', '10:00-11:00', { drill: true })], '10:30')).toBeUndefined();
  });

  it('[ALERT-1] waits for the alert that is covered by another', () => {
    const alerts = [alertOf('a', '10:00-11:00'), alertOf('b', '10:10-12:00', { kind: 'evacuate' })];
    const first = ringAt(alerts, '10:00');
    expect(first?.key).toBe('alert a');
    const second = ringAt(alerts, '10:20', first ? [first] : []);
    expect(second).toMatchObject({ key: 'alert b', atMs: at('11:00') });
  });
});
