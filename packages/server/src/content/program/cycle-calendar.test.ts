import { describe, expect, it } from 'vitest';
import { schoolContent } from '../content.fixture.js';
import type { SchoolContentInput } from '../schema/content-schema.js';
import { createCycleCalendar } from './cycle-calendar.js';
import { addDays } from './local-time.js';
import { createSchoolCalendar } from './school-calendar.js';

/** The cycle's days over some dates; `-` where there is no school. */
function cycleDays(change: Partial<SchoolContentInput>, from: string, count: number): string {
  const bare = { timetable: {}, cover: [], duty: [] };
  const content = schoolContent({ ...bare, ...change });
  const calendar = createSchoolCalendar(content);
  const cycleDay = createCycleCalendar(content.cycle, content.weekend, calendar);
  return Array.from({ length: count }, (_, index) => addDays(from, index))
    .map((date) => (calendar.isSchoolDay(date) ? (cycleDay(date) ?? '?') : '-'))
    .join(' ');
}

const christmas = { from: '2026-12-23', to: '2027-01-06', title: 'Christmas' };

describe('cycles', () => {
  it('of weekdays are the weekdays', () => {
    expect(cycleDays({}, '2026-11-23', 7)).toBe('mon tue wed thu fri - -');
  });

  const weeks: SchoolContentInput['cycle'] = {
    kind: 'weeks',
    weeks: ['a', 'b'],
    anchors: [{ date: '2026-11-25', week: 'a' }],
  };

  it('of weeks take turns from the week of their anchor on', () => {
    expect(cycleDays({ cycle: weeks }, '2026-11-24', 14)).toBe(
      '? a-wed a-thu a-fri - - b-mon b-tue b-wed b-thu b-fri - - a-mon',
    );
  });

  it('of weeks run on over holidays and the end of the year', () => {
    expect(cycleDays({ cycle: weeks, holidays: [christmas] }, '2026-12-21', 22)).toBe(
      'a-mon a-tue - - - - - - - - - - - - - - - a-thu a-fri - - b-mon',
    );
  });

  it('of weeks start anew at the next anchor', () => {
    const anchors = [
      { date: '2027-01-11', week: 'a' },
      { date: '2026-11-25', week: 'a' },
    ];
    const cycle = { ...weeks, kind: 'weeks' as const, anchors };
    expect(cycleDays({ cycle, holidays: [christmas] }, '2027-01-07', 5)).toBe(
      'a-thu a-fri - - a-mon',
    );
  });

  it('of weeks begin after the weekend: on Sunday, where Friday and Saturday are free', () => {
    const change = { cycle: weeks, weekend: ['fri', 'sat'] as const, divisions: [] };
    const divisions = [{ id: 'main', name: 'Main', schedules: [], week: {} }];
    expect(cycleDays({ ...change, weekend: [...change.weekend], divisions }, '2026-11-25', 6)).toBe(
      'a-wed a-thu - - b-sun b-mon',
    );
  });

  const days: SchoolContentInput['cycle'] = {
    kind: 'days',
    days: ['day-1', 'day-2', 'day-3'],
    anchors: [{ date: '2026-12-17', day: 'day-2' }],
  };

  it('of numbered days count school days only, over holidays and the end of the year', () => {
    expect(cycleDays({ cycle: days, holidays: [christmas] }, '2026-12-16', 25)).toBe(
      '? day-2 day-3 - - day-1 day-2 - - - - - - - - - - - - - - - day-3 day-1 -',
    );
  });

  it('of numbered days count a holiday that is planned as a school day', () => {
    const change = { cycle: days, holidays: [{ from: '2026-12-18', title: 'Free' }] };
    expect(cycleDays(change, '2026-12-17', 5)).toBe('day-2 - - - day-3');
    const dayPlans = [{ date: '2026-12-18', schedule: 'short' }];
    expect(cycleDays({ ...change, dayPlans }, '2026-12-17', 5)).toBe('day-2 day-3 - - day-1');
  });

  it('of numbered days tell any date alone, in any order, also years after their anchor', () => {
    const change = { cycle: days, holidays: [christmas] };
    const inOrder = cycleDays(change, '2026-12-17', 30).split(' ');
    const alone = inOrder.map((_, index) => cycleDays(change, addDays('2026-12-17', index), 1));
    expect(alone).toEqual(inOrder);
    // 5 school days a week for 10 years of 522 weeks, less 11 over Christmas.
    expect((5 * 522 - 11) % 3).toBe(1);
    expect(cycleDays(change, addDays('2026-12-17', 7 * 522), 1)).toBe('day-3');
  });

  it('of numbered days begin with the first school day from the anchor on', () => {
    const change = { cycle: days, holidays: [{ from: '2026-12-17', title: 'Free' }] };
    expect(cycleDays(change, '2026-12-16', 6)).toBe('? - day-2 - - day-3');
  });
});
