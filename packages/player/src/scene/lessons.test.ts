import type { Cover, ScreenInfo, Snapshot } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import type { DayScene } from './scene.js';
import { sceneAt } from './scene-at.js';
import { at, dayOf, SCREEN, slotOf, snapshotOf } from './snapshot.fixture.js';

const slots = [
  slotOf('p1 08:00-09:00'),
  slotOf('b 09:00-09:20', 'break'),
  slotOf('p2 09:20-10:00'),
];

const timetable: Snapshot['timetable'] = {
  classes: [
    { id: '7a', name: '7A', division: 'main' },
    { id: '7b', name: '7B', division: 'main' },
    { id: 'kg', name: 'KG', division: 'primary' },
  ],
  lessons: [
    { class: '7a', cycleDay: 'tue', slot: 'p1', subject: 'Maths', teacher: 'Rahman', room: '11' },
    { class: '7b', cycleDay: 'tue', slot: 'p1', subject: 'English', teacher: 'Cole', room: '12' },
    { class: '7a', cycleDay: 'tue', slot: 'p2', subject: 'Sport' },
    { class: '7b', cycleDay: 'wed', slot: 'p2', subject: 'Chess' },
    { class: 'kg', cycleDay: 'tue', slot: 'p1', subject: 'Songs' },
  ],
};

function coverOf(changes: Partial<Cover>): Cover {
  return {
    id: 'c1',
    groups: [],
    kind: 'cover',
    date: '2026-11-24',
    slot: 'p1',
    class: '7b',
    ...changes,
  };
}

function day(time: string, changes: Partial<Snapshot> = {}, screen: Partial<ScreenInfo> = {}) {
  const snapshot = snapshotOf([dayOf(0, { slots }), dayOf(1)], { timetable, ...changes });
  return sceneAt(snapshot, { ...SCREEN, ...screen }, at(time)) as DayScene;
}

describe('the classes', () => {
  it('[TIME-2] has the lessons of the running slot, of its division and day of the cycle', () => {
    const { classes } = day('08:30');
    expect(classes?.phase).toBe('now');
    expect(classes?.entries.map((entry) => [entry.class.name, entry.lesson.subject])).toEqual([
      ['7A', 'Maths'],
      ['7B', 'English'],
    ]);
  });

  it('[TIME-2] shows in a break, and before school, what comes next', () => {
    expect(day('09:10').classes).toMatchObject({ phase: 'coming', slot: { key: 'p2' } });
    expect(day('07:00').classes).toMatchObject({ phase: 'coming', slot: { key: 'p1' } });
    expect(day('10:00').classes).toBeUndefined();
  });

  it('[TIME-2] has no lesson of today in a slot of yesterday that still runs', () => {
    const night = [dayOf(0, { slots: [slotOf('p1 23:00-25:00')], cycleDay: 'wed' })];
    const today = dayOf(1, { slots: [slotOf('b 24:30-26:00')], cycleDay: 'tue' });
    const snapshot = snapshotOf([...night, today], { timetable });
    expect((sceneAt(snapshot, SCREEN, at('24:10')) as DayScene).classes).toBeUndefined();
    expect((sceneAt(snapshot, SCREEN, at('24:40')) as DayScene).classes).toBeUndefined();
  });

  it('[SNAP-2] applies a change, and keeps nothing that it has made untrue', () => {
    const changed = (changes: Partial<Cover>) =>
      day('08:30', { cover: [coverOf(changes)] }).classes?.entries[1];
    expect(changed({ teacher: 'Haddad' })).toMatchObject({
      change: 'cover',
      lesson: { subject: 'English', teacher: 'Haddad', room: '12' },
    });
    expect(changed({})?.lesson.teacher).toBeUndefined();
    expect(changed({ kind: 'cancelled' })?.lesson).toEqual({
      subject: 'English',
      teacher: undefined,
      room: undefined,
    });
    expect(changed({ kind: 'room-change', room: 'Gym' })?.lesson).toEqual({
      subject: 'English',
      teacher: 'Cole',
      room: 'Gym',
    });
    expect(changed({ kind: 'room-change' })?.lesson.room).toBeUndefined();
    expect(changed({ kind: 'moved' })?.lesson.teacher).toBe('Cole');
  });

  it('[SNAP-2] shows a change of a lesson that the timetable lacks', () => {
    const cover = [coverOf({ slot: 'p2', subject: 'Chess', teacher: 'Lind' })];
    expect(day('09:30', { cover }).classes?.entries[1]).toMatchObject({
      class: { name: '7B' },
      lesson: { subject: 'Chess', teacher: 'Lind' },
    });
  });

  it('[SNAP-8] keeps to the class or the room that the screen is for', () => {
    const names = (focus: NonNullable<ScreenInfo['focus']>) =>
      day('08:30', {}, { focus }).classes?.entries.map((entry) => entry.class.name);
    expect(names({ kind: 'class', class: '7b' })).toEqual(['7B']);
    expect(names({ kind: 'room', room: '11' })).toEqual(['7A']);
    expect(names({ kind: 'room', room: '99' })).toBeUndefined();
  });
});

describe('cover', () => {
  const cover = [
    coverOf({ id: 'late', slot: 'p2' }),
    coverOf({ id: 'early', class: '7a', teacher: 'Okafor' }),
    coverOf({ id: 'nowhere', slot: 'p9', class: '9z' }),
    coverOf({ id: 'tomorrow', date: '2026-11-25' }),
    coverOf({ id: 'other', groups: ['staff'] }),
  ];
  const ids = (time: string) => day(time, { cover }).cover.map((entry) => entry.cover.id);

  it('[SNAP-2] lists what is not over yet, in order of the slots', () => {
    expect(ids('07:00')).toEqual(['early', 'late', 'nowhere']);
    expect(ids('08:59')).toEqual(['early', 'late', 'nowhere']);
    expect(ids('09:00')).toEqual(['late', 'nowhere']);
    expect(ids('10:00')).toEqual(['nowhere']);
  });

  it('[SNAP-2] says which lesson it changes', () => {
    expect(day('07:00', { cover }).cover[0]).toMatchObject({
      slot: { label: 'Lesson p1' },
      class: { name: '7A' },
      lesson: { subject: 'Maths', teacher: 'Okafor', room: '11' },
    });
  });

  it('[SNAP-8] tells in a room what is held elsewhere, or not at all', () => {
    const away = [
      coverOf({ id: 'moved', class: '7a', kind: 'room-change', room: 'Gym' }),
      coverOf({ id: 'off', kind: 'cancelled' }),
    ];
    const inRoom = (room: string) =>
      day('07:00', { cover: away }, { focus: { kind: 'room', room } }).cover.map(
        (entry) => entry.cover.id,
      );
    expect([inRoom('11'), inRoom('12'), inRoom('Gym')]).toEqual([['moved'], ['off'], ['moved']]);
  });

  it('[SNAP-2] follows the bells of the class, and not those that the screen shows', () => {
    const primary = dayOf(0, { slots: [slotOf('p1 09:30-11:00')], cycleDay: 'wed' });
    const base = snapshotOf([dayOf(0, { slots })]);
    const snapshot = {
      ...base,
      divisions: [...base.divisions, { id: 'primary', name: 'Primary', days: [primary] }],
      timetable: {
        ...timetable,
        lessons: [{ class: 'kg', cycleDay: 'wed', slot: 'p1', subject: 'Paint' }],
      },
      cover: [coverOf({ class: 'kg' })],
    };
    const sceneOf = (time: string) => sceneAt(snapshot, SCREEN, at(time)) as DayScene;
    expect(sceneOf('10:30').cover).toMatchObject([
      { slot: { startText: '09:30' }, lesson: { subject: 'Paint' } },
    ]);
    expect(sceneOf('10:30').changesAt).toBe(at('11:00'));
    expect(sceneOf('11:00').cover).toEqual([]);
  });

  it('[SNAP-2] stays until the second half of a double slot is over', () => {
    const halves = [slotOf('p1 08:00-08:30'), slotOf('p1 08:30-09:00')];
    const snapshot = snapshotOf([dayOf(0, { slots: halves })], { cover: [coverOf({})] });
    const listed = (time: string) => (sceneAt(snapshot, SCREEN, at(time)) as DayScene).cover.length;
    expect(['08:10', '08:40', '09:00'].map(listed)).toEqual([1, 1, 0]);
  });
});

describe('duty', () => {
  it('[SNAP-2] lists all-day duties first, then those of slots until they are over', () => {
    const duty = (id: string, slot?: string) => ({
      id,
      groups: [],
      date: '2026-11-24',
      teacher: id,
      place: 'Yard',
      ...(slot !== undefined && { slot }),
    });
    const roster = [duty('break', 'b'), duty('day'), duty('first', 'p1')];
    const listed = (time: string) => day(time, { duty: roster }).duty.map((entry) => entry.duty.id);
    expect(listed('07:00')).toEqual(['day', 'first', 'break']);
    expect(listed('09:00')).toEqual(['day', 'break']);
    expect(listed('09:20')).toEqual(['day']);
    expect(listed('10:00')).toEqual([]);
  });
});
