import { Temporal } from 'temporal-polyfill';
import type { DayPlan, DayTemplate } from '../schema/calendar-schema.js';
import type { SchoolContent } from '../schema/content-schema.js';
import { WEEKDAYS, type Weekday } from '../schema/weekdays.js';

/** What is special about a date in one division, with what its template says. */
export type PlannedDay = Pick<DayPlan, 'schedule' | 'cycleDay' | 'title'>;

/** What a school's calendar says of its dates, whatever the bells. */
export interface SchoolCalendar {
  /** Neither weekend nor holiday, or planned as a school day all the same. */
  isSchoolDay(date: string): boolean;
  /** The holiday's title, if it is one. */
  holiday(date: string): string | undefined;
  isWeekend(date: string): boolean;
  /** By the division's own plan for the date, else by the one for all. */
  plan(date: string, division: string): PlannedDay | undefined;
}

export function createSchoolCalendar(
  content: Pick<SchoolContent, 'weekend' | 'holidays' | 'dayTemplates' | 'dayPlans'>,
): SchoolCalendar {
  const templates = new Map(content.dayTemplates.map((template) => [template.id, template]));
  const templateOf = ({ template }: DayPlan) => templates.get(template ?? '');
  const plans = new Map<string, DayPlan>();
  const { byHand, ofFiles } = bySource(content.dayPlans);
  for (const plan of [...ofFiles, ...byHand]) {
    plans.set(planKey(plan.date, plan.division), plan);
  }
  const planned = new Set(
    [...plans.values()].filter((plan) => hasBells(plan, templateOf(plan))).map(({ date }) => date),
  );
  const holidays = bySource(content.holidays);
  const holiday = (date: string) =>
    [...holidays.byHand, ...holidays.ofFiles].find(
      ({ from, to }) => from <= date && date <= (to ?? from),
    )?.title;
  const isWeekend = (date: string) => content.weekend.includes(weekdayOf(date));
  return {
    holiday,
    isWeekend,
    isSchoolDay: (date) => planned.has(date) || (!isWeekend(date) && holiday(date) === undefined),
    plan(date, division) {
      const plan = plans.get(planKey(date, division)) ?? plans.get(planKey(date));
      return plan && withTemplate(plan, templateOf(plan), division);
    },
  };
}

/** What somebody wrote by hand counts more than what files gave. */
function bySource<T extends { readonly source?: string }>(parts: readonly T[]) {
  return {
    byHand: parts.filter(({ source }) => source === undefined),
    ofFiles: parts.filter(({ source }) => source !== undefined),
  };
}

/** Whether a plan gives its date a schedule, so that it is a school day whatever it was. */
function hasBells(plan: DayPlan, template: DayTemplate | undefined): boolean {
  if (plan.schedule !== undefined) return true;
  const divisions = Object.keys(template?.schedules ?? {});
  return plan.division === undefined ? divisions.length > 0 : divisions.includes(plan.division);
}

function withTemplate(
  plan: DayPlan,
  template: DayTemplate | undefined,
  division: string,
): PlannedDay {
  const schedule = plan.schedule ?? template?.schedules[division];
  const cycleDay = plan.cycleDay ?? template?.cycleDay;
  const title = plan.title ?? template?.title;
  return {
    ...(schedule !== undefined && { schedule }),
    ...(cycleDay !== undefined && { cycleDay }),
    ...(title !== undefined && { title }),
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
