import { Temporal } from 'temporal-polyfill';
import type { Cycle } from '../schema/calendar-schema.js';
import { weekCycleDay } from '../schema/cycle-days.js';
import { WEEKDAYS, type Weekday } from '../schema/weekdays.js';
import { addDays } from './local-time.js';
import { type SchoolCalendar, weekdayNumber, weekdayOf } from './school-calendar.js';

/** Which day of the cycle a school day is; `undefined` before the first anchor. */
export type CycleCalendar = (schoolDay: string) => string | undefined;

/** @param weekend says when a week starts: with the day after it. */
export function createCycleCalendar(
  cycle: Cycle,
  weekend: readonly Weekday[],
  calendar: SchoolCalendar,
): CycleCalendar {
  switch (cycle.kind) {
    case 'weekdays':
      return weekdayOf;
    case 'weeks': {
      const firstDay = firstDayOfWeek(weekend);
      return (date) => {
        const anchor = lastAnchor(cycle.anchors, date);
        if (!anchor) return undefined;
        const days = daysBetween(startOfWeek(anchor.date, firstDay), startOfWeek(date, firstDay));
        const week = advance(cycle.weeks, anchor.week, days / 7);
        return week === undefined ? undefined : weekCycleDay(week, weekdayOf(date));
      };
    }
    case 'days': {
      const countSchoolDays = createSchoolDayCounter(calendar);
      return (date) => {
        const anchor = lastAnchor(cycle.anchors, date);
        if (!anchor) return undefined;
        return advance(cycle.days, anchor.day, countSchoolDays(anchor.date, date));
      };
    }
  }
}

/** The newest anchor that is not after the date. */
function lastAnchor<T extends { readonly date: string }>(
  anchors: readonly T[],
  date: string,
): T | undefined {
  let last: T | undefined;
  for (const anchor of anchors) {
    if (anchor.date <= date && (!last || anchor.date > last.date)) last = anchor;
  }
  return last;
}

/** The element so many steps after another one, round and round. */
function advance(names: readonly string[], from: string, steps: number): string | undefined {
  return names[(names.indexOf(from) + steps) % names.length];
}

/**
 * Says how many school days there are from one date on, and before another. Goes on from its last
 * answer where it can, since an anchor may lie years back.
 */
function createSchoolDayCounter(calendar: SchoolCalendar): (from: string, until: string) => number {
  let last = { from: '', until: '', count: 0 };
  return (from, until) => {
    let { until: date, count } =
      last.from === from && last.until <= until ? last : { until: from, count: 0 };
    for (; date < until; date = addDays(date, 1)) {
      if (calendar.isSchoolDay(date)) count += 1;
    }
    last = { from, until, count };
    return count;
  };
}

/** ISO number of the day after the weekend: Sunday where Friday and Saturday are free. */
function firstDayOfWeek(weekend: readonly Weekday[]): number {
  const isFree = (day: number) => weekend.some((weekday) => WEEKDAYS.indexOf(weekday) + 1 === day);
  const workdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => !isFree(day));
  return workdays.find((day) => isFree(day === 1 ? 7 : day - 1)) ?? 1;
}

function startOfWeek(date: string, firstDay: number): string {
  return addDays(date, -((weekdayNumber(date) - firstDay + 7) % 7));
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}
