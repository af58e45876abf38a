import fc from 'fast-check';
import type { SchoolContent } from '../content/schema/content-schema.js';
import { importSchool } from './import-files.fixture.js';

/** What a school means: its bells, and each lesson, as a wall would show them. */
export interface MeantLesson {
  readonly class: string;
  /** 0 is Monday. */
  readonly day: number;
  /** Absent: every week. */
  readonly week?: 'a' | 'b';
  /** 1 is the first. */
  readonly period: number;
  readonly subject: string;
  readonly teacher: string;
  readonly room: string;
}

export interface MeantHoliday {
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

export interface MeantSchool {
  readonly classes: readonly string[];
  /** `HH:MM` of each period's start; each ends 40 minutes later. */
  readonly starts: readonly string[];
  readonly lessons: readonly MeantLesson[];
  /** Whether weeks A and B take turns; today's is A. */
  readonly hasWeeks: boolean;
  readonly holidays: readonly MeantHoliday[];
  readonly today: string;
  readonly zone: string;
}

/** Names that files have to be careful with. */
const words = fc.constantFrom(
  'Maths',
  'Art, design',
  'Say "hi"',
  'Física',
  'الرياضيات',
  'A;B',
  'İşık',
  "L'été",
  '7 < 8 & 9',
);
const classes = fc.uniqueArray(fc.constantFrom('7A', '7B', '10 É', '٧ب', 'K-1'), { minLength: 1 });

/** A Monday in spring and autumn, when clocks change in between, and the last days of years. */
const todays = fc.constantFrom(
  '2026-03-23',
  '2026-03-29',
  '2026-10-19',
  '2026-10-25',
  '2026-12-28',
  '2027-12-31',
  '2028-02-28',
);
const zones = fc.constantFrom(
  'Europe/Madrid',
  'America/New_York',
  'Asia/Riyadh',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
);

/** Schools anywhere, in the weeks when clocks and years change. */
export const schoolWeeks = fc.record({ today: todays, zone: zones });

export const meantSchools: fc.Arbitrary<MeantSchool> = fc
  .record({
    classes,
    periods: fc.integer({ min: 1, max: 8 }),
    today: todays,
    zone: zones,
    hasWeeks: fc.boolean(),
  })
  .chain(({ classes: names, periods, today, zone, hasWeeks }) => {
    const lesson = fc.record({
      class: fc.constantFrom(...names),
      day: fc.integer({ min: 0, max: 4 }),
      period: fc.integer({ min: 1, max: periods }),
      subject: words,
      teacher: words,
      room: words,
      ...(hasWeeks ? { week: fc.constantFrom('a' as const, 'b' as const) } : {}),
    });
    const at = (each: MeantLesson) => [each.class, each.day, each.period, each.week].join('|');
    const starts = Array.from({ length: periods }, (_, index) => timeText(450 + index * 50));
    const holiday = fc
      .record({
        title: words,
        first: fc.integer({ min: 0, max: 34 }),
        days: fc.integer({ max: 9, min: 0 }),
      })
      .map(({ title, first, days }) => ({
        title,
        from: addDays(today, first),
        to: addDays(today, first + days),
      }));
    return fc
      .record({
        lessons: fc.uniqueArray(lesson, { minLength: 1, maxLength: 30, selector: at }),
        holidays: fc.array(holiday, { maxLength: 2 }),
      })
      .map((rest) => ({ classes: names, starts, today, zone, hasWeeks, ...rest }));
  });

function timeText(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(11, 16);
}

/** @returns when a period that starts then is over. */
export function endOf(start: string): string {
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  return timeText(hour * 60 + minute + 40);
}

/** A school before its first import. */
export function emptySchool({
  zone,
  hasWeeks,
  today,
}: Pick<MeantSchool, 'zone' | 'hasWeeks' | 'today'>): SchoolContent {
  const { school } = importSchool();
  return importSchool({
    school: { ...school, zone },
    divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
    timetable: { classes: [], lessons: [] },
    ...(hasWeeks && {
      cycle: { kind: 'weeks', weeks: ['a', 'b'], anchors: [{ date: today, week: 'a' }] },
    }),
  });
}

/** The dates that a snapshot has, from today on. */
export function datesOf({ today }: Pick<MeantSchool, 'today'>): readonly string[] {
  return Array.from({ length: 35 }, (_, index) => addDays(today, index));
}

/** What a screen shows, as far as a timetable goes: what each class has, when, by the clock. */
export function meantWall(school: MeantSchool): readonly string[] {
  const { starts, lessons, today, hasWeeks, holidays } = school;
  const monday = addDays(today, -weekdayOf(today));
  return datesOf(school)
    .flatMap((date) => {
      if (holidays.some(({ from, to }) => from <= date && date <= to)) return [];
      const weeksOn = Math.floor((Date.parse(date) - Date.parse(monday)) / (7 * DAY_MS));
      const week = weeksOn % 2 === 0 ? 'a' : 'b';
      return lessons
        .filter(({ day }) => day === weekdayOf(date))
        .filter((lesson) => !hasWeeks || lesson.week === undefined || lesson.week === week)
        .map((lesson) => {
          const start = starts[lesson.period - 1] ?? '';
          const { class: name, subject, teacher, room } = lesson;
          return wallLine(date, start, endOf(start), [name, subject, teacher, room]);
        });
    })
    .sort();
}

/** One lesson of one day. */
export function wallLine(
  date: string,
  start: string,
  end: string,
  rest: readonly unknown[],
): string {
  return JSON.stringify([date, start, end, ...rest]);
}

const DAY_MS = 86_400_000;

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Monday. */
function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
}
