import { describe, expect, it } from 'vitest';
import type { DayScene } from './scene.js';
import { sceneAt } from './scene-at.js';
import { at, dayOf, HOUR_MS, SCREEN, slotOf, snapshotOf, TUESDAY_MS } from './snapshot.fixture.js';

const p1 = slotOf('p1 08:00-09:00');
const p2 = slotOf('p2 09:10-10:00');
const tuesday = dayOf(0, { slots: [p1, p2] });

function dayScene(snapshot: ReturnType<typeof snapshotOf>, nowMs: number): DayScene {
  const scene = sceneAt(snapshot, SCREEN, nowMs);
  if (scene.kind !== 'day') throw new Error(`expected a day, got ${scene.kind}`);
  return scene;
}

describe('the moment of a day', () => {
  const thursday = slotOf('p1 56:00-57:00');
  const snapshot = snapshotOf([tuesday, dayOf(1, { kind: 'holiday', title: 'Founders’ Day' })]);
  const days = [...(snapshot.divisions[0]?.days ?? []), dayOf(2, { slots: [thursday] })];
  const school = snapshotOf(days);
  const returns = { day: days[2], first: thursday };

  it.each([
    ['00:00', { kind: 'before-school', first: p1 }],
    ['07:59', { kind: 'before-school', first: p1 }],
    ['08:00', { kind: 'in-slot', slot: p1, next: p2 }],
    ['08:59', { kind: 'in-slot', slot: p1, next: p2 }],
    ['09:00', { kind: 'between-slots', previous: p1, next: p2 }],
    ['09:10', { kind: 'in-slot', slot: p2 }],
    ['10:00', { kind: 'after-school', returns: { ...returns, daysAhead: 2 } }],
    ['24:00', { kind: 'holiday', title: 'Founders’ Day', returns: { ...returns, daysAhead: 1 } }],
    ['57:00', { kind: 'after-school' }],
    ['72:00', { kind: 'beyond-program' }],
  ])('[TIME-2] at %s', (time, moment) => {
    expect(dayScene(school, at(time)).moment).toEqual(moment);
  });

  it('[TIME-2] knows a weekend and when school returns', () => {
    const weekend = snapshotOf([dayOf(0, { kind: 'weekend' }), dayOf(1, { slots: [thursday] })]);
    expect(dayScene(weekend, at('12:00')).moment).toMatchObject({
      kind: 'weekend',
      returns: { daysAhead: 1, first: thursday },
    });
  });

  it('[TIME-2] takes a day with slots for a school day, whatever its kind', () => {
    const open = snapshotOf([dayOf(0, { kind: 'weekend', slots: [p1] })]);
    expect(dayScene(open, at('07:00')).moment.kind).toBe('before-school');
    expect(dayScene(open, at('12:00')).moment.kind).toBe('after-school');
  });

  it('[TIME-2] is beyond the program before its first day, and where there is no division', () => {
    expect(dayScene(school, TUESDAY_MS - 1).moment).toEqual({ kind: 'beyond-program' });
    expect(dayScene(snapshotOf([], { divisions: [] }), 0).moment.kind).toBe('beyond-program');
  });

  it('[P-5] counts calendar days ahead over a day of 23 or 25 hours', () => {
    for (const hours of [23, 25]) {
      const shift = hours * HOUR_MS;
      const after = dayOf(1, { startsAt: TUESDAY_MS + shift, slots: [slotOf('p1 33:00-34:00')] });
      const week = snapshotOf([dayOf(0, { endsAt: TUESDAY_MS + shift, slots: [p1] }), after]);
      expect(dayScene(week, at('12:00')).moment).toMatchObject({ returns: { daysAhead: 1 } });
    }
  });
});

describe('slots that overlap or pass midnight', () => {
  it('[TIME-2] shows the one that started last, and of equals the one that ends first', () => {
    const exam = slotOf('exam 08:00-12:00');
    const long = slotOf('long 09:00-11:00');
    const short = slotOf('short 09:00-09:30');
    const snapshot = snapshotOf([dayOf(0, { slots: [exam, long, short] })]);
    const shown = (time: string) => {
      const { moment } = dayScene(snapshot, at(time));
      return moment.kind === 'in-slot' ? moment.slot.key : moment.kind;
    };
    expect(['08:30', '09:10', '09:30', '11:00', '12:00'].map(shown)).toEqual([
      'exam',
      'short',
      'long',
      'exam',
      'after-school',
    ]);
    const nextOf = (time: string) => {
      const { moment } = dayScene(snapshot, at(time));
      return moment.kind === 'in-slot' ? moment.next?.key : moment.kind;
    };
    expect(['08:30', '09:10', '09:30', '11:00'].map(nextOf)).toEqual([
      'long',
      'long',
      'exam',
      undefined,
    ]);
    expect(dayScene(snapshot, at('09:10')).timeline.map(({ phase }) => phase)).toEqual([
      'now',
      'now',
      'now',
    ]);
  });

  it('[TIME-2] runs a slot on past midnight, with the timeline of the day that began it', () => {
    const night = slotOf('night 23:00-25:00');
    const next = dayOf(1, { slots: [slotOf('p1 32:00-33:00')] });
    const snapshot = snapshotOf([dayOf(0, { slots: [p1, night] }), next]);
    const scene = dayScene(snapshot, at('24:30'));
    expect(scene.moment).toEqual({ kind: 'in-slot', slot: night });
    expect(scene.day).toEqual(next);
    expect(scene.timeline.map(({ slot }) => slot.key)).toEqual(['p1', 'night']);
    expect(scene.changesAt).toBe(at('25:00'));
    expect(dayScene(snapshot, at('25:00')).moment.kind).toBe('before-school');
  });

  it('[TIME-2] leaves out a slot that lasts no time', () => {
    const snapshot = snapshotOf([dayOf(0, { slots: [slotOf('p0 07:00-07:00'), p1] })]);
    expect(dayScene(snapshot, at('06:00')).moment).toEqual({ kind: 'before-school', first: p1 });
    expect(dayScene(snapshot, at('06:00')).timeline).toHaveLength(1);
  });
});

describe('which day', () => {
  it('[SNAP-3] shows the division of the screen, else the first', () => {
    const primary = slotOf('q1 08:00-08:30');
    const snapshot = snapshotOf([tuesday]);
    const both = snapshotOf([], {
      divisions: [
        ...snapshot.divisions,
        { id: 'primary', name: 'Primary', days: [dayOf(0, { slots: [primary] })] },
      ],
    });
    const slotFor = (division?: string) => {
      const scene = sceneAt(both, { ...SCREEN, ...(division && { division }) }, at('08:10'));
      return scene.kind === 'day' && scene.moment.kind === 'in-slot' && scene.moment.slot.key;
    };
    expect([slotFor(), slotFor('primary'), slotFor('unheard-of')]).toEqual(['p1', 'q1', 'p1']);
  });
});
