import { Temporal } from 'temporal-polyfill';
import type { DayPlan } from '../schema/calendar-schema.js';
import type { SchoolContent } from '../schema/content-schema.js';
import { WEEKDAYS, type Weekday } from '../schema/weekdays.js';

/** What a school's calendar says of its dates, whatever the bells. */
export interface SchoolCalendar {
  /** Neither weekend nor holiday, or planned as a school day all the same. */
  isSchoolDay(date: string): boolean;
  /** The holiday's title, if it is one. */
  holiday(date: string): string | undefined;
  isWeekend(date: string): boolean;
  /** The division's own plan for the date, else the one for all. */
  plan(date: string, division: string): DayPlan | undefined;
}

export function createSchoolCalendar(
  content: Pick<SchoolContent, 'weekend' | 'holidays' | 'dayPlans'>,
): SchoolCalendar {
  const planned = new Set<string>();
  const plans = new Map<string, DayPlan>();
  for (const plan of content.dayPlans) {
    plans.set(planKey(plan.date, plan.division), plan);
    if (plan.schedule !== undefined) planned.add(plan.date);
  }
  const holiday = (date: string) =>
    content.holidays.find(({ from, to }) => from <= date && date <= (to ?? from))?.title;
  const isWeekend = (date: string) => content.weekend.includes(weekdayOf(date));
  return {
    holiday,
    isWeekend,
    isSchoolDay: (date) => planned.has(date) || (!isWeekend(date) && holiday(date) === undefined),
    plan: (date, division) => plans.get(planKey(date, division)) ?? plans.get(planKey(date)),
  };
}

/** ISO 8601: 1 is Monday. */
export function weekdayNumber(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export function weekdayOf(date: string): Weekday {
  const weekday = WEEKDAYS[weekdayNumber(date) - 1];
  if (weekday === undefined) throw new Error('a week has seven days');
  return weekday;
}

function planKey(date: string, division?: string): string {
  return division === undefined ? date : `${date} ${division}`;
}
