import { describe, expect, it } from 'vitest';
import { importFiles } from './import-files.fixture.js';
import { writeWorkbook } from './workbook.fixture.js';

const HEAD = ['class', 'day', 'period', 'subject'];
const TIMETABLE = [HEAD, ['7A', 'Mon', 1, 'Art']];
const at = (number: number, as: 'date' | 'time' | 'moment') => ({ number, as });
/** 24 November 2026 in a workbook's days. */
const DAY = 46350;

describe('a workbook', () => {
  it('is read sheet by sheet, with dates and times that are numbers', async () => {
    const file = writeWorkbook({
      Bells: [
        ['period', 'start', 'end'],
        [1, at(1 / 3, 'time'), 0.364583333333333],
        [2, at(0.375, 'time'), '9:45'],
      ],
      Timetable: TIMETABLE,
      Vertretung: [
        ['Datum', 'Stunde', 'Klasse', 'Lehrer'],
        [at(DAY, 'date'), 1, '7A', 'Hr. Öz'],
        [DAY + 1, 2, '7A', 'Fr. Ay'],
      ],
      Notices: [
        ['title', 'from', 'until'],
        ['Fair', at(DAY + 0.5, 'moment'), at(DAY + 1, 'date')],
      ],
      Empty: [],
    });
    const { content, problems } = await importFiles({ 'school.xlsx': file });
    expect(problems).toEqual([]);
    expect(content.divisions[0]?.schedules[0]?.slots).toMatchObject([
      { key: 'p1', start: '08:00', end: '08:45' },
      { key: 'p2', start: '09:00', end: '09:45' },
    ]);
    expect(content.cover).toMatchObject([{ date: '2026-11-24' }, { date: '2026-11-25' }]);
    expect(content.announcements).toMatchObject([
      { validFrom: '2026-11-24T12:00', validUntil: '2026-11-26T00:00' },
    ]);
  });

  const sheet = (rows: readonly (readonly unknown[])[], name = 'Sheet1') =>
    writeWorkbook({ [name]: rows });
  const good = sheet(TIMETABLE);
  const BROKEN: readonly (readonly [string, Uint8Array, readonly (string | RegExp)[]])[] = [
    [
      'half of one',
      good.subarray(0, good.length / 2),
      [/^x\.xlsx: is no workbook that can be read: /],
    ],
    ['the start of one', good.subarray(0, 10), [/^x\.xlsx: is no workbook that can be read: /]],
    ['no sheet', writeWorkbook({}), [/^x\.xlsx: /]],
    ['only an empty sheet', sheet([]), [/^x\.xlsx: has no sheet with anything in it$/]],
    [
      'no workbook in the archive',
      writeWorkbook({ A: TIMETABLE }, { 'xl/workbook.xml': '' }),
      [/^x\.xlsx: /],
    ],
    [
      'a sheet that is no XML',
      writeWorkbook({ A: TIMETABLE }, { 'xl/worksheets/sheet1.xml': '<a' }),
      [/^x\.xlsx: /],
    ],
    [
      'headings of nothing',
      sheet([
        ['a', 'b'],
        [1, 2],
      ]),
      [/^x\.xlsx, sheet "Sheet1", row 1: says nothing by these headings: a, b/],
    ],
    [
      'a heading too few',
      sheet([
        ['class', 'day', 'subject'],
        ['7A', 'Mon', 'Art'],
      ]),
      [/, row 1: .*lacks period$/],
    ],
    [
      'rows below empty ones',
      sheet([[], [], HEAD, [], ['7A', 'Noday', 1, 'Art']]),
      ['x.xlsx, sheet "Sheet1", row 5, column "day": "Noday" is no weekday'],
    ],
    [
      'a cell beyond the headings',
      sheet([HEAD, ['7A', 'Mon', 1, 'Art', 'x']]),
      ['x.xlsx, sheet "Sheet1", row 2: has "x" in column 5, which has no heading'],
    ],
    [
      'a class that is missing',
      sheet([HEAD, ['', 'Mon', 1, 'Art']]),
      ['x.xlsx, sheet "Sheet1", row 2: class is missing'],
    ],
    [
      'a period of a half',
      sheet([HEAD, ['7A', 'Mon', 1.5, 'Art']]),
      [
        'x.xlsx, sheet "Sheet1", row 2, column "period": there is no period "1.5"; there are p1, break, p2',
      ],
    ],
    [
      'a time that is a day',
      sheet(
        [
          ['period', 'start', 'end'],
          [1, 8, 0.4],
        ],
        'Bells',
      ),
      ['x.xlsx, sheet "Bells", row 2, column "start": "8" is no time like 08:35'],
    ],
    [
      'a date that is a number too small',
      sheet(
        [
          ['date', 'period', 'class', 'teacher'],
          [12, 1, '7A', 'X'],
        ],
        'Cover',
      ),
      ['x.xlsx, sheet "Cover", row 2, column "date": "12" is no date like 2026-11-24'],
    ],
    [
      'a time for a date',
      sheet(
        [
          ['date', 'period', 'class', 'teacher'],
          [at(0.5, 'time'), 1, '7A', 'X'],
        ],
        'Cover',
      ),
      ['x.xlsx, sheet "Cover", row 2, column "date": "12:00" is no date like 2026-11-24'],
    ],
    [
      'one sheet of two',
      writeWorkbook({
        Timetable: TIMETABLE,
        Duty: [
          ['teacher', 'place', 'day'],
          ['', 'Gate', 'Mon'],
        ],
      }),
      ['x.xlsx, sheet "Duty", row 2: teacher is missing'],
    ],
    [
      'the same lesson in two sheets',
      writeWorkbook({ A: TIMETABLE, B: TIMETABLE }),
      [/^x\.xlsx, sheet "B", row 2: 7A has a lesson on mon in p1 already/],
    ],
  ];

  it.each(BROKEN)('is refused where it is broken: %s', async (_, file, problems) => {
    const said = (await importFiles({ 'x.xlsx': file })).problems;
    expect(said).toEqual(
      problems.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))),
    );
  });

  it('is refused if it would unpack to more than a machine can hold', async () => {
    const file = writeWorkbook({ A: TIMETABLE }, { 'xl/media/a': ' '.repeat(101_000_000) });
    const { problems } = await importFiles({ 'x.xlsx': file });
    expect(problems).toEqual(['x.xlsx: unpacks to more than 100 MB']);
  });
});
