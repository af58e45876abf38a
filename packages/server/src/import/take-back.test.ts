import { describe, expect, it } from 'vitest';
import { materialiseProgram } from '../content/program/materialise-program.js';
import type { SchoolContent } from '../content/schema/content-schema.js';
import { diffContent } from './diff-content.js';
import { type Files, importFiles, importSchool, lines } from './import-files.fixture.js';
import { writeWorkbook } from './workbook.fixture.js';

/** What a file brings of each kind that it owns, in three rows; the first two are its next version. */
const OWNED = {
  holidays: [
    'title,from,to',
    'A,2026-12-01,',
    'B,2026-12-07,2026-12-08',
    'C,2026-12-21,2027-01-06',
  ],
  dayplans: ['date,schedule', '2026-12-10,short', '2026-12-11,short', '2026-12-14,short'],
  cover: ['date,period,class', '2026-11-24,1,7A', '2026-11-24,2,7A', '2026-11-25,1,7A'],
  duty: ['teacher,place,day', 'A,Gate,Mon', 'B,Gate,Tue', 'C,Gate,Wed'],
  notices: ['title', 'A', 'B', 'C'],
  honours: ['name,title', 'A,Star', 'B,Star', 'C,Star'],
} as const;
type Owned = keyof typeof OWNED;
const KINDS: readonly Owned[] = ['holidays', 'dayplans', 'cover', 'duty', 'notices', 'honours'];

/** The parts of a kind, as one line each. */
function shown(kind: Owned, content: SchoolContent): string[] {
  const { holidays, dayPlans: dayplans, cover, duty, announcements: notices, honours } = content;
  const parts: readonly object[] = { holidays, dayplans, cover, duty, notices, honours }[kind];
  return parts.map((part) => JSON.stringify(part)).sort();
}

/** What somebody entered by hand, one of each kind, some on the very dates of the files. */
const BY_HAND = importSchool({
  holidays: [{ from: '2026-12-21', to: '2027-01-06', title: 'C' }],
  dayPlans: [{ date: '2026-12-14', title: 'Trip' }],
  cover: [{ id: 'c', groups: [], date: '2026-11-25', slot: 'p1', class: '7a', kind: 'cancelled' }],
  duty: [{ id: 'd', groups: [], teacher: 'C', place: 'Gate', cycleDay: 'wed' }],
  announcements: [{ id: 'n', groups: [], level: 'info', title: 'C' }],
  honours: [{ id: 'h', groups: [], name: 'C', title: 'Star' }],
});

describe('what a file gave, and has no more', () => {
  it.each(KINDS)('is taken back, of %s, and nothing by hand or of other files is', async (kind) => {
    const rows = OWNED[kind];
    const options = { as: kind };
    const byHand = shown(kind, BY_HAND);
    const first = await importFiles({ 'one.csv': lines(...rows) }, options, BY_HAND);
    const both = await importFiles({ 'two.csv': lines(...rows) }, options, first.content);
    expect(shown(kind, both.content)).toHaveLength(7);

    const next = await importFiles(
      { 'one.csv': lines(...rows.slice(0, 3)) },
      options,
      both.content,
    );
    const gone = shown(kind, both.content).filter(
      (part) => !shown(kind, next.content).includes(part),
    );
    expect(gone).toHaveLength(1);
    expect(shown(kind, next.content)).toHaveLength(6);

    const headings = await importFiles({ 'one.csv': `${rows[0]}\n` }, options, next.content);
    expect(shown(kind, headings.content)).toHaveLength(4);
    const removed = await importFiles({}, { gone: ['two.csv'] }, headings.content);
    expect(shown(kind, removed.content)).toEqual(byHand);
  });

  it('is taken back when its sheet is gone from the workbook', async () => {
    const duty = [
      ['teacher', 'place', 'day'],
      ['Ms Cole', 'Gate', 'Mon'],
    ];
    const notices = [['title'], ['Fair']];
    const first = await importFiles({ 'x.xlsx': writeWorkbook({ Duty: duty, Notices: notices }) });
    const { content, problems } = await importFiles(
      { 'x.xlsx': writeWorkbook({ Duty: duty }) },
      {},
      first.content,
    );
    expect(problems).toEqual([]);
    expect([content.duty.length, content.announcements.length]).toEqual([1, 0]);
  });

  it('stays where only another part of the file was asked for', async () => {
    const columns = ['1', '20261124', '1', '', '', 'A', 'B', 'M', '', '', '', '', '', '', '7A'];
    const file = { 'GPU014.TXT': `${[...columns, '', '', '', '', '', ''].join(',')}\n` };
    const first = await importFiles(file);
    expect(first.content.cover).toHaveLength(1);
    const { content } = await importFiles(file, { as: 'timetable' }, first.content);
    expect(content.cover).toHaveLength(1);
  });

  it('stays of days that are over, from which days of a cycle are counted', async () => {
    const calendar = (...dates: readonly string[]) =>
      [
        'BEGIN:VCALENDAR',
        ...dates.flatMap((date) => [
          'BEGIN:VEVENT',
          `DTSTART;VALUE=DATE:${date}`,
          'SUMMARY:Holiday',
          'END:VEVENT',
        ]),
        'END:VCALENDAR',
      ].join('\r\n');
    const file = { 'x.ics': calendar('20261201', '20261210', '20261211') };
    const first = await importFiles(file);
    const today = '2026-12-10';
    const { content } = await importFiles(
      { 'x.ics': calendar('20261201', '20261210') },
      { today },
      first.content,
    );
    expect(content.holidays.map(({ from }) => from)).toEqual(['2026-12-01', '2026-12-10']);
    const gone = await importFiles({}, { gone: ['x.ics'], today }, content);
    expect(gone.content.holidays.map(({ from }) => from)).toEqual(['2026-12-01']);
  });

  it('is a file’s own by its whole name, however long', async () => {
    const name = 'The cover of all the divisions in the second term of the year';
    const rows = ['title', 'A'];
    const first = await importFiles({ [`${name} A.csv`]: lines(...rows) });
    const { content } = await importFiles({ [`${name} B.csv`]: lines(...rows) }, {}, first.content);
    expect(content.announcements).toHaveLength(2);
  });

  it('cannot be told of two files that count as one', async () => {
    const files = { 'notices.csv': 'title\nA\n', 'Notices.tsv': 'title\nB\n' };
    expect((await importFiles(files)).problems).toEqual([
      'Notices.tsv: counts as the same file as notices.csv: rename one, or import it alone',
    ]);
  });
});

describe('a date that somebody planned by hand', () => {
  const byHand = { date: '2026-12-14', title: 'Trip' };
  const shownOn = (content: SchoolContent) => {
    const { divisions } = materialiseProgram(content, '2026-12-14');
    const { title, slots } = divisions[0]?.days[0] ?? {};
    return [title, slots?.at(-1)?.endText];
  };

  it('is shown so, says so of the file, and comes back to it', async () => {
    const school = importSchool();
    const file = { 'dayplans.csv': 'date,schedule,title\n2026-12-14,short,Closing\n' };
    const alone = (await importFiles(file, {}, school)).content;
    const planned = importSchool({ dayPlans: [byHand] });
    const { content, problems } = await importFiles(file, {}, planned);
    expect(problems).toEqual([
      'warning: dayplans.csv, row 2, column "date": somebody planned 2026-12-14 by hand, which counts more',
    ]);
    expect(shownOn(content)).toEqual(shownOn(planned));
    expect(shownOn(alone)).not.toEqual(shownOn(planned));
    const { content: cleared } = await importFiles(
      file,
      {},
      { ...content, dayPlans: content.dayPlans.filter(({ source }) => source !== undefined) },
    );
    expect(shownOn(cleared)).toEqual(shownOn(alone));
  });

  it('counts more than the holiday that a file says it is', async () => {
    const school = importSchool({ holidays: [{ from: '2026-12-14', title: 'Ours' }] });
    const file = { 'holidays.csv': 'title,from\nTheirs,2026-12-14\n' };
    expect(shownOn((await importFiles(file, {}, school)).content)[0]).toBe('Ours');
  });

  it('has the plan of the file that was imported last, of two', async () => {
    const file = (title: string) => `date,schedule,title\n2026-12-14,short,${title}\n`;
    const first = await importFiles({ 'z.csv': file('Z') }, { as: 'dayplans' });
    const both = await importFiles({ 'a.csv': file('A') }, { as: 'dayplans' }, first.content);
    expect(shownOn(both.content)[0]).toBe('A');
    const gone = await importFiles({}, { gone: ['a.csv'] }, both.content);
    expect(shownOn(gone.content)[0]).toBe('Z');
  });
});

it('says so where somebody entered a holiday by hand too, which stays', async () => {
  const byHand = { from: '2026-12-21', to: '2026-12-22', title: 'Winter' };
  const school = importSchool({ holidays: [byHand] });
  const read = (to: string) =>
    importFiles({ 'holidays.csv': `title,from,to\nWinter,2026-12-21,${to}\n` }, {}, school);
  const { content, problems } = await read('2026-12-22');
  expect(problems).toEqual([
    'warning: holidays.csv, row 2, column "from": somebody entered the holiday of 2026-12-21 by hand too, which no file ends',
  ]);
  expect(content.holidays).toHaveLength(2);
  expect((await read('2026-12-23')).problems).toEqual([]);
});

it('finds a change where a file has only its order changed, or counts last again', async () => {
  const start = importSchool();
  const again = async (files: Files, school: SchoolContent) => {
    const { content } = await importFiles(files, {}, school);
    return { content, diff: diffContent(school, content) };
  };
  const notices = (titles: string) => ({ 'notices.csv': `title\n${titles}` });
  const first = await again(notices('Fair\nPlay\n'), start);
  expect((await again(notices('Fair\nPlay\n'), first.content)).diff).toEqual([]);
  const turned = await again(notices('Play\nFair\n'), first.content);
  expect(turned.diff).toEqual([
    { kind: 'notices', added: [], changed: ['another order'], removed: [] },
  ]);
  expect(turned.content.announcements.map(({ title }) => title)).toEqual(['Play', 'Fair']);

  const plan = (name: string) => ({
    [`${name}.csv`]: `date,schedule,title\n2026-12-14,,${name}\n`,
  });
  const both = await again(plan('trip'), (await again(plan('exam'), start)).content);
  expect((await again(plan('trip'), both.content)).diff).toEqual([]);
  const { content, diff } = await again(plan('exam'), both.content);
  expect(diff).toEqual([{ kind: 'day plans', added: [], changed: ['another order'], removed: [] }]);
  expect(content.dayPlans.at(-1)?.title).toBe('exam');
});
