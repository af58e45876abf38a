import type { Alert } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { isOutOfHours, isQuiet } from './quiet.js';
import { at, dayOf, SCREEN, slotOf, snapshotOf } from './snapshot.fixture.js';

const DAYS = [
  dayOf(0, { slots: [slotOf('p1 08:00-08:45'), { ...slotOf('b 08:45-09:05'), bell: false }] }),
  dayOf(1, { slots: [slotOf('p1 24:01-25:00')] }),
];

describe('isQuiet', () => {
  it.each([
    ['07:57', true],
    ['07:58', false],
    ['08:00', false],
    ['08:02', false],
    ['08:03', true],
    // No bell rings at the start of the break.
    ['08:45', true],
    // The next day's bell.
    ['23:58', true],
    ['23:59', false],
  ])('[UPD-2] within 3 minutes of a bell it is not: %s', (time, expected) => {
    expect(isQuiet(snapshotOf(DAYS), SCREEN, at(time))).toBe(expected);
  });

  it('[UPD-2] is not while an alert shows to this screen', () => {
    const alert: Alert = {
      id: 'a',
      kind: 'weather',
      groups: ['north'],
      title: 'Storm',
      startsAt: at('12:00'),
      expiresAt: at('13:00'),
      drill: false,
    };
    const quietAt = (time: string, groups: string[]): boolean =>
      isQuiet(
        snapshotOf(DAYS, { alerts: [alert], view: { layout: 'board', groups } }),
        SCREEN,
        at(time),
      );
    expect(quietAt('12:30', ['north'])).toBe(false);
    expect(quietAt('12:30', ['south'])).toBe(true);
    expect(quietAt('13:00', ['north'])).toBe(true);
  });
});

it.each([
  ['06:59', true],
  ['07:01', false],
  ['08:50', false],
  ['10:04', false],
  ['10:06', true],
  ['23:02', false],
])('[UPD-4] school is out an hour before its first slot and after its last: %s', (time, isOut) => {
  expect(isOutOfHours(snapshotOf(DAYS), SCREEN, at(time))).toBe(isOut);
});

it('[UPD-4] an alert keeps a page from reloading out of hours too', () => {
  const times = { startsAt: at('19:00'), expiresAt: at('21:00') };
  const alert: Alert = {
    id: 'a',
    kind: 'weather',
    groups: [],
    title: 'Storm',
    drill: false,
    ...times,
  };
  expect(isOutOfHours(snapshotOf(DAYS, { alerts: [alert] }), SCREEN, at('20:00'))).toBe(false);
  expect(isOutOfHours(snapshotOf(DAYS, { alerts: [alert] }), SCREEN, at('21:00'))).toBe(true);
});
