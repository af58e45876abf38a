import { checkContent } from '../content/check-content.js';
import { addDays } from '../content/program/local-time.js';
import type { SchoolContent, SchoolContentInput } from '../content/schema/content-schema.js';
import { assemble } from '../import/assemble/assemble.js';
import { parseFiles, type SourceFile } from '../import/parse-files.js';
import { writeWorkbook } from '../import/workbook.fixture.js';
import type { Random } from '../ports/random.js';

/** Files that a client imports, and what the content is to be afterwards. */
export interface RandomImport {
  readonly files: readonly SourceFile[];
  /** Names of files whose content is taken back. */
  readonly gone: readonly string[];
  apply(before: SchoolContentInput): Promise<SchoolContent>;
}

/** How many imports only take back what a file gave. */
const TAKE_BACK_SHARE = 0.15;
const NAMES = ['notices.csv', 'cover.tsv', 'dayplans.csv', 'office.xlsx', 'year.ics', 'GPU014.TXT'];

/** Draws a file of any format, or the end of one. Few names and dates, so that clients replace what others imported. */
export function drawImport(random: Random, name: string, dates: readonly string[]): RandomImport {
  const [today = ''] = dates;
  const pick = <T>(from: readonly T[]): T | undefined =>
    from[Math.floor(random.next() * from.length)];
  if (random.next() < TAKE_BACK_SHARE) return importOf([], [pick(NAMES) ?? ''], today);
  const write = pick(FORMATS) ?? notices;
  const [file, written] = write(name, pick(dates) ?? today, random);
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  return importOf([{ name: file, bytes }], [], today);
}

function importOf(
  files: readonly SourceFile[],
  gone: readonly string[],
  today: string,
): RandomImport {
  return {
    files,
    gone,
    async apply(before) {
      const published = checked(before);
      const parsed = await parseFiles(files, published, { today });
      return checked(assemble(published, parsed, { today, gone }).content);
    },
  };
}

type Write = (
  name: string,
  date: string,
  random: Random,
) => readonly [file: string, content: string | Uint8Array];

const notices: Write = (name, _, random) => {
  const rows = Array.from({ length: Math.floor(random.next() * 4) }, (_, at) => `${name} ${at}`);
  return ['notices.csv', ['title', ...rows].join('\r\n')];
};

const FORMATS: readonly Write[] = [
  notices,
  // One row is wrong, so nothing of it may be published.
  (name) => ['notices.csv', `title,level\n${name},info\n${name},loud\n`],
  (name, date) => ['cover.tsv', `date\tperiod\tclass\tnote\n${date}\t2\t7A\t${name}\n`],
  (name, date) => ['dayplans.csv', `date;schedule;title\n${date};early;${name}\n`],
  (name) => [
    'office.xlsx',
    writeWorkbook({
      Duty: [
        ['teacher', 'place', 'day'],
        [name, 'Gate', 'Wed'],
      ],
      Honours: [
        ['name', 'title'],
        [name, 'Star'],
      ],
    }),
  ],
  (name, date) => ['year.ics', calendar(name, addDays(date, 7))],
  (name, date) => {
    const columns = Array.from({ length: 20 }, () => '');
    columns[1] = date.replaceAll('-', '');
    columns[2] = '1';
    columns[6] = 'Ms Ito';
    columns[14] = '7A';
    columns[16] = name;
    return ['GPU014.TXT', `${columns.map((column) => `"${column}"`).join(',')}\n`];
  },
  (name) => ['asc.xml', asc(name)],
];

function calendar(name: string, date: string): string {
  const event = [
    'BEGIN:VEVENT',
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `SUMMARY:Holiday ${name}`,
    'END:VEVENT',
  ];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n');
}

/** Its bells are those that there are, so that no other edit loses its period. */
function asc(name: string): string {
  return `<timetable displayname="aSc Timetables 2012 XML">
    <period name="Lesson 1" short="1" period="1" starttime="8:00" endtime="8:45"/>
    <period name="Lesson 2" short="2" period="2" starttime="9:00" endtime="9:45"/>
    <subject id="s" name="${name}"/><class id="c" name="7A"/>
    <lesson id="l" classids="c" subjectid="s"/>
    <card lessonid="l" period="1" days="01000" weeks="1"/>
  </timetable>`;
}

function checked(content: unknown): SchoolContent {
  const result = checkContent(content);
  if (!result.ok) throw new Error(JSON.stringify(result.violations));
  return result.value;
}
