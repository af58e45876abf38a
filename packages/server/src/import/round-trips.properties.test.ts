import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalTime } from '../content/program/local-time.js';
import { materialiseProgram } from '../content/program/materialise-program.js';
import type { SchoolContent } from '../content/schema/content-schema.js';
import { WEEKDAYS } from '../content/schema/weekdays.js';
import {
  emptySchool,
  endOf,
  type MeantSchool,
  meantSchools,
  meantWall,
  wallLine,
} from './generated-school.fixture.js';
import { type Files, importFiles } from './import-files.fixture.js';
import { writeWorkbook } from './workbook.fixture.js';

/** What is built of the content, read as a screen reads it, by a clock in the school's zone. */
function builtWall(content: SchoolContent, { today, zone }: MeantSchool): readonly string[] {
  const { divisions } = materialiseProgram(content, today, createLocalTime(zone));
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const { classes, lessons } = content.timetable;
  return divisions
    .flatMap(({ days }) => days.slice(0, 35))
    .flatMap((day) =>
      day.slots.flatMap((slot) =>
        lessons
          .filter((lesson) => lesson.cycleDay === day.cycleDay && lesson.slot === slot.key)
          .map((lesson) => {
            const [date = '', start = ''] = clock.format(slot.startsAt).split(' ');
            const [, end = ''] = clock.format(slot.endsAt).split(' ');
            const name = classes.find(({ id }) => id === lesson.class)?.name;
            return wallLine(date, start, end, [name, lesson.subject, lesson.teacher, lesson.room]);
          }),
      ),
    )
    .sort();
}

const quoted = (cells: readonly unknown[], delimiter: string) =>
  cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(delimiter);

function tables({ starts, lessons }: MeantSchool): Record<'bells' | 'timetable', unknown[][]> {
  return {
    bells: [
      ['period', 'start', 'end'],
      ...starts.map((start, index) => [index + 1, start, endOf(start)]),
    ],
    timetable: [
      ['class', 'day', 'period', 'subject', 'teacher', 'room'],
      ...lessons.map((each) => [
        each.class,
        WEEKDAYS[each.day],
        each.period,
        each.subject,
        each.teacher,
        each.room,
      ]),
    ],
  };
}

function asText(school: MeantSchool, delimiter: string): { bells: string; timetable: string } {
  const { bells, timetable } = tables(school);
  const text = (rows: unknown[][]) => rows.map((row) => quoted(row, delimiter)).join('\r\n');
  return { bells: text(bells), timetable: text(timetable) };
}

const FORMATS: readonly (readonly [string, (school: MeantSchool) => Files])[] = [
  [
    'CSV',
    (school) => {
      const { bells, timetable } = asText(school, ',');
      return { 'bells.csv': bells, 'timetable.csv': timetable };
    },
  ],
  [
    'tabs in UTF-16',
    (school) => {
      const { bells, timetable } = asText(school, '\t');
      const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
      return { 'a.tsv': utf16(bells), 'b.tsv': utf16(timetable) };
    },
  ],
  [
    'a workbook',
    (school) => {
      const { bells, timetable } = tables(school);
      return { 'school.xlsx': writeWorkbook({ Bells: bells, Timetable: timetable }) };
    },
  ],
  [
    'Untis',
    (school) => {
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
      return { 'bells.csv': asText(school, ';').bells, 'GPU001.TXT': lessons.join('\r\n') };
    },
  ],
  ['aSc', (school) => ({ 'asc.xml': writeAsc(school) })],
];

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function writeAsc({ classes, starts, lessons }: MeantSchool): string {
  const names = (field: 'subject' | 'teacher' | 'room', tag: string) =>
    lessons.map(
      (each, index) => `<${tag} id="${tag}${index}" name="${xml(each[field])}" short="x"/>`,
    );
  const bits = (day: number) => '00000'.slice(0, day) + '1'.padEnd(5 - day, '0');
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
        `<card lessonid="l${index}" classroomids="classroom${index}" period="${each.period}" days="${bits(each.day)}" weeks="1"/>`,
    ),
    '</timetable>',
  ].join('\n');
}

describe('a timetable that is written, imported and built', () => {
  it.each(FORMATS)(
    'shows what was meant, in weeks of changing clocks too: %s',
    async (_, write) => {
      await fc.assert(
        fc.asyncProperty(meantSchools, async (school) => {
          const { content, problems } = await importFiles(
            write(school),
            {},
            emptySchool(school.zone),
          );
          expect(problems).toEqual([]);
          expect(builtWall(content, school)).toEqual(meantWall(school));
        }),
        { numRuns: 30 },
      );
    },
  );
});
