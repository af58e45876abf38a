import type { Division, ProgramDay, Slot, ZoneOffset } from '@hallboard/shared';
import type { Bell, ContentDivision } from '../schema/calendar-schema.js';
import type { SchoolContent } from '../schema/content-schema.js';
import { createCycleCalendar } from './cycle-calendar.js';
import { createDayTexts } from './day-texts.js';
import { addDays, createLocalTime, type LocalTime } from './local-time.js';
import {
  createSchoolCalendar,
  type SchoolCalendar,
  weekdayNumber,
  weekdayOf,
} from './school-calendar.js';

/**
 * Today, and 35 days more: so there are 35 from today (SNAP-2) also in the hours between midnight
 * and the night's roll (SNAP-6).
 */
const DAYS_AHEAD = 35;

/** A school's days as instants. */
export interface Program {
  readonly divisions: readonly Division[];
  /** Over all of its days. */
  readonly offsets: readonly ZoneOffset[];
  /** The first date that anything of it may be shown on: yesterday, while its last slot runs on. */
  readonly firstDate: string;
  /** The last date that it covers (SNAP-6). */
  readonly horizon: string;
  /** The end of the last day. */
  readonly endsAtMs: number;
}

/** The last date of a program that is made today. */
export function horizonOf(today: string): string {
  return addDays(today, DAYS_AHEAD);
}

/** What all divisions share about a date. */
type CalendarDay = Pick<ProgramDay, 'date' | 'weekday' | 'startsAt' | 'endsAt' | 'texts'> & {
  readonly cycleDay: string | undefined;
};

/**
 * Turns schedules by weekday and local time into days and instants. The same content on the same
 * day gives the same program.
 * @param today a date in the school's zone, `YYYY-MM-DD`.
 */
export function materialiseProgram(
  content: SchoolContent,
  today: string,
  time: LocalTime = createLocalTime(content.school.zone),
): Program {
  const calendar = createSchoolCalendar(content);
  const cycleDay = createCycleCalendar(content.cycle, content.weekend, calendar);
  const texts = createDayTexts(content.school);
  const firstDate = addDays(today, -1);
  const horizon = horizonOf(today);

  const dates: CalendarDay[] = [];
  for (let date = firstDate; date <= horizon; date = addDays(date, 1)) {
    const [startsAt, endsAt] = [time.startOfDayMs(date), time.startOfDayMs(addDays(date, 1))];
    // A date that the zone skipped, as Apia did on 2011-12-30, has no time to show anything in.
    if (startsAt === endsAt) continue;
    dates.push({
      date,
      weekday: weekdayNumber(date),
      startsAt,
      endsAt,
      texts: texts(date),
      cycleDay: calendar.isSchoolDay(date) ? cycleDay(date) : undefined,
    });
  }

  const startsAtMs = time.startOfDayMs(today);
  const divisions = content.divisions.map((division): Division => {
    const days = dates.map((day) => materialiseDay(day, division, calendar, time));
    const isShown = ({ date, slots }: ProgramDay) =>
      date >= today || slots.some(({ endsAt }) => endsAt > startsAtMs);
    return { id: division.id, name: division.name, days: days.filter(isShown) };
  });
  const endsAtMs = time.startOfDayMs(addDays(horizon, 1));
  const offsets = time.offsets(dates[0]?.startsAt ?? startsAtMs, endsAtMs);
  return { divisions, offsets, firstDate, horizon, endsAtMs };
}

function materialiseDay(
  day: CalendarDay,
  division: ContentDivision,
  calendar: SchoolCalendar,
  time: LocalTime,
): ProgramDay {
  const { cycleDay: usualCycleDay, ...shared } = day;
  const plan = calendar.plan(day.date, division.id);
  const holiday = calendar.holiday(day.date);
  const schedule = plan?.schedule ?? scheduleOf(division, day.date, calendar);
  const title = plan?.title ?? (plan?.schedule === undefined ? holiday : undefined);
  const kind = kindOf(day.date, schedule, calendar);
  const cycleDay = kind === 'school' ? (plan?.cycleDay ?? usualCycleDay) : undefined;
  const bells = division.schedules.find(({ id }) => id === schedule)?.slots ?? [];
  return {
    ...shared,
    kind,
    ...(title !== undefined && { title }),
    ...(cycleDay !== undefined && { cycleDay }),
    slots: materialiseSlots(bells, day.date, time),
  };
}

/** The schedule of an ordinary day; none where the school is closed. */
function scheduleOf(
  { week }: ContentDivision,
  date: string,
  calendar: SchoolCalendar,
): string | undefined {
  return calendar.holiday(date) === undefined ? week[weekdayOf(date)] : undefined;
}

function kindOf(
  date: string,
  schedule: string | undefined,
  calendar: SchoolCalendar,
): ProgramDay['kind'] {
  if (schedule !== undefined) return 'school';
  if (calendar.holiday(date) !== undefined) return 'holiday';
  return calendar.isWeekend(date) ? 'weekend' : 'other';
}

function materialiseSlots(bells: readonly Bell[], date: string, time: LocalTime): Slot[] {
  const slots = bells.map(({ key, kind, label, start, end, bell }): Slot => {
    const from = time.resolve(date, start);
    const until = time.resolve(end > start ? date : addDays(date, 1), end);
    return {
      id: `${date}/${key}`,
      key,
      kind,
      label,
      startsAt: from.atMs,
      endsAt: until.atMs,
      startText: from.text,
      endText: until.text,
      bell,
    };
  });
  // A slot that daylight saving skips as a whole does not take place.
  return slots
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((a, b) => a.startsAt - b.startsAt);
}
