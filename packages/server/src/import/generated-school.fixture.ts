import fc from 'fast-check';
import type { SchoolContent } from '../content/schema/content-schema.js';
import { importSchool } from './import-files.fixture.js';

/** What a school means: its bells, and each lesson, as a wall would show them. */
export interface MeantLesson {
  readonly class: string;
  /** 0 is Monday. */
  readonly day: number;
  /** 1 is the first. */
  readonly period: number;
  readonly subject: string;
  readonly teacher: string;
  readonly room: string;
}

export interface MeantSchool {
  readonly classes: readonly string[];
  /** `HH:MM` of each period's start; each ends 40 minutes later. */
  readonly starts: readonly string[];
  readonly lessons: readonly MeantLesson[];
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

export const meantSchools: fc.Arbitrary<MeantSchool> = fc
  .record({ classes, periods: fc.integer({ min: 1, max: 8 }), today: todays, zone: zones })
  .chain(({ classes: names, periods, today, zone }) => {
    const lesson = fc.record({
      class: fc.constantFrom(...names),
      day: fc.integer({ min: 0, max: 4 }),
      period: fc.integer({ min: 1, max: periods }),
      subject: words,
      teacher: words,
      room: words,
    });
    const at = (each: MeantLesson) => `${each.class}|${each.day}|${each.period}`;
    const starts = Array.from({ length: periods }, (_, index) => timeText(450 + index * 50));
    return fc
      .uniqueArray(lesson, { minLength: 1, maxLength: 30, selector: at })
      .map((lessons) => ({ classes: names, starts, lessons, today, zone }));
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
export function emptySchool(zone: string): SchoolContent {
  const { school } = importSchool();
  return importSchool({
    school: { ...school, zone },
    divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
    timetable: { classes: [], lessons: [] },
  });
}

/** What a screen shows, as far as a timetable goes: what each class has, when, by the clock. */
export function meantWall({ starts, lessons, today }: MeantSchool): readonly string[] {
  const dates = Array.from({ length: 35 }, (_, index) =>
    new Date(Date.parse(today) + index * 86_400_000).toISOString().slice(0, 10),
  );
  return dates
    .flatMap((date) => {
      const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
      return lessons
        .filter(({ day }) => day === weekday)
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
