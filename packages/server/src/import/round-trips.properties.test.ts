import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchoolContent } from '../content/schema/content-schema.js';
import { WEEKDAYS } from '../content/schema/weekdays.js';
import { calendar } from './calendar.fixture.js';
import {
  datesOf,
  emptySchool,
  endOf,
  type MeantSchool,
  meantSchools,
  meantWall,
  wallLine,
} from './generated-school.fixture.js';
import { type Files, importFiles } from './import-files.fixture.js';
import { sceneOf, snapshotOf } from './shown.fixture.js';
import { writeWorkbook } from './workbook.fixture.js';

/** What a screen shows in every period of every day: the scene, a minute before the period ends. */
async function shownWall(content: SchoolContent, school: MeantSchool): Promise<readonly string[]> {
  const snapshot = await snapshotOf(content, school.today);
  return datesOf(school)
    .flatMap((date) =>
      school.starts.flatMap((start) => {
        const { classes, moment, day } = sceneOf(snapshot, `${date}T${lastMinuteOf(start)}`);
        expect(day?.date).toBe(date);
        const closed = school.holidays.find(({ from, to }) => from <= date && date <= to);
        if (closed !== undefined) expect(moment).toMatchObject({ kind: 'holiday' });
        if (classes?.phase !== 'now') return [];
        const { startText, endText } = classes.slot;
        return classes.entries.map(({ class: { name }, lesson }) =>
          wallLine(date, startText, endText, [name, lesson.subject, lesson.teacher, lesson.room]),
        );
      }),
    )
    .sort();
}

function lastMinuteOf(start: string): string {
  const [hour = 0, minute = 0] = endOf(start).split(':').map(Number);
  return new Date((hour * 60 + minute - 1) * 60_000).toISOString().slice(11, 16);
}

const quoted = (cells: readonly unknown[], delimiter: string) =>
  cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(delimiter);

function tables({
  starts,
  lessons,
  holidays,
}: MeantSchool): Record<'bells' | 'timetable' | 'holidays', unknown[][]> {
  return {
    bells: [
      ['period', 'start', 'end'],
      ...starts.map((start, index) => [index + 1, start, endOf(start)]),
    ],
    timetable: [
      ['class', 'day', 'week', 'period', 'subject', 'teacher', 'room'],
      ...lessons.map((each) => [
        each.class,
        WEEKDAYS[each.day],
        each.week ?? '',
        each.period,
        each.subject,
        each.teacher,
        each.room,
      ]),
    ],
    holidays: [
      ['title', 'from', 'to'],
      ...holidays.map(({ title, from, to }) => [title, from, to]),
    ],
  };
}

function asText(
  school: MeantSchool,
  delimiter: string,
): Record<keyof ReturnType<typeof tables>, string> {
  const { bells, timetable, holidays } = tables(school);
  const text = (rows: unknown[][]) => rows.map((row) => quoted(row, delimiter)).join('\r\n');
  return { bells: text(bells), timetable: text(timetable), holidays: text(holidays) };
}

/** Of programs whose exports have no holidays, a calendar beside them. */
function asCalendar({ holidays }: MeantSchool): string {
  const day = (date: string) => date.replaceAll('-', '');
  const after = (date: string) =>
    new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  return calendar(
    'X-WR-CALNAME:Holidays',
    ...holidays.map(({ title, from, to }, index) =>
      [
        'BEGIN:VEVENT',
        `UID:${index}`,
        `SUMMARY:${title.replace(/[,;]/g, '\\$&')}`,
        `DTSTART;VALUE=DATE:${day(from)}`,
        `DTEND;VALUE=DATE:${day(after(to))}`,
        'END:VEVENT',
      ].join('\r\n'),
    ),
  );
}

interface Format {
  readonly name: string;
  /** Whether it knows weeks A and B. */
  readonly hasWeeks: boolean;
  readonly write: (school: MeantSchool) => Files;
}

const FORMATS: readonly Format[] = [
  {
    name: 'CSV',
    hasWeeks: true,
    write: (school) => {
      const { bells, timetable, holidays } = asText(school, ',');
      return { 'bells.csv': bells, 'timetable.csv': timetable, 'holidays.csv': holidays };
    },
  },
  {
    name: 'tabs in UTF-16',
    hasWeeks: true,
    write: (school) => {
      const { bells, timetable, holidays } = asText(school, '\t');
      const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
      return { 'a.tsv': utf16(bells), 'b.tsv': utf16(timetable), 'holidays.tsv': utf16(holidays) };
    },
  },
  {
    name: 'a workbook',
    hasWeeks: true,
    write: (school) => {
      const { bells, timetable, holidays } = tables(school);
      const sheets = { Bells: bells, Timetable: timetable, Holidays: holidays };
      return { 'school.xlsx': writeWorkbook(sheets) };
    },
  },
  {
    name: 'Untis, and a calendar',
    hasWeeks: false,
    write: (school) => {
      const lessons = school.lessons.map((each, index) =>
        [
          index + 1,
          ...[each.class, each.teacher, each.subject, each.room].map((text) => quoted([text], '')),
          each.day + 1,
          each.period,
          '',
          '',
        ].join(','),
      );
      return {
        'bells.csv': asText(school, ';').bells,
        'GPU001.TXT': lessons.join('\r\n'),
        'year.ics': asCalendar(school),
      };
    },
  },
  {
    name: 'aSc, and a calendar',
    hasWeeks: true,
    write: (school) => ({ 'asc.xml': writeAsc(school), 'year.ics': asCalendar(school) }),
  },
];

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function writeAsc({ classes, starts, lessons, hasWeeks }: MeantSchool): string {
  const names = (field: 'subject' | 'teacher' | 'room', tag: string) =>
    lessons.map(
      (each, index) => `<${tag} id="${tag}${index}" name="${xml(each[field])}" short="x"/>`,
    );
  const bits = (day: number) => '00000'.slice(0, day) + '1'.padEnd(5 - day, '0');
  const weeksOf = ({ week }: { readonly week?: string }) =>
    hasWeeks ? ({ a: '10', b: '01' }[week ?? ''] ?? '11') : '1';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<timetable ascttversion="2012" displayname="aSc Timetables 2012 XML">',
    ...starts.map(
      (start, index) =>
        `<period name="${index + 1}" short="${index + 1}" period="${index + 1}" starttime="${start}" endtime="${endOf(start)}"/>`,
    ),
    ...names('subject', 'subject'),
    ...names('teacher', 'teacher'),
    ...names('room', 'classroom'),
    ...classes.map((name, index) => `<class id="c${index}" name="${xml(name)}"/>`),
    ...lessons.map(
      (each, index) =>
        `<lesson id="l${index}" classids="c${classes.indexOf(each.class)}" subjectid="subject${index}" teacherids="teacher${index}"/>`,
    ),
    ...lessons.map(
      (each, index) =>
        `<card lessonid="l${index}" classroomids="classroom${index}" period="${each.period}" days="${bits(each.day)}" weeks="${weeksOf(each)}"/>`,
    ),
    '</timetable>',
  ].join('\n');
}

/** As a format without weeks has it: what lessons of week B there are, nobody said. */
function withoutWeeks(school: MeantSchool): MeantSchool {
  const lessons = school.lessons.flatMap(({ week, ...rest }) => (week === 'b' ? [] : [rest]));
  return { ...school, hasWeeks: false, lessons };
}

describe('a timetable that is written, imported, built and shown', () => {
  it.each(FORMATS)(
    'is on the wall as it was meant, in weeks of changing clocks and over year ends: $name',
    async ({ hasWeeks, write }) => {
      await fc.assert(
        fc.asyncProperty(meantSchools, async (generated) => {
          const school = hasWeeks ? generated : withoutWeeks(generated);
          fc.pre(school.lessons.length > 0);
          const { content, problems } = await importFiles(
            write(school),
            { today: school.today },
            emptySchool(school),
          );
          expect(problems).toEqual([]);
          expect(await shownWall(content, school)).toEqual(meantWall(school));
        }),
        { numRuns: 30 },
      );
    },
    120_000,
  );
});
