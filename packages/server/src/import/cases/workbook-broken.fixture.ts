import { strToU8, zipSync } from 'fflate';
import { writeWorkbook } from '../workbook.fixture.js';
import type { BrokenCase } from './format-case.fixture.js';

const HEAD = ['class', 'day', 'period', 'subject'];
const TIMETABLE = [HEAD, ['7A', 'Mon', 1, 'Art']];
const at = (number: number, as: 'date' | 'time' | 'moment') => ({ number, as });
const sheet = (rows: readonly (readonly unknown[])[], name = 'Sheet1') =>
  writeWorkbook({ [name]: rows });
const good = sheet(TIMETABLE);
const ROWS: readonly (readonly [string, Uint8Array, readonly (string | RegExp)[]])[] = [
  [
    'half of one',
    good.subarray(0, good.length / 2),
    ['x.xlsx: is no workbook that can be read: it is damaged, or cut off'],
  ],
  [
    'the start of one',
    good.subarray(0, 10),
    ['x.xlsx: is no workbook that can be read: it is damaged, or cut off'],
  ],
  [
    'a sheet of another program',
    zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }, { level: 0 }),
    ['x.xlsx: is an OpenDocument sheet: save what it has as .xlsx, .csv or .ics'],
  ],
  [
    'no sheet',
    writeWorkbook({}),
    ['x.xlsx: is no workbook that can be read: it is damaged, or cut off'],
  ],
  ['only an empty sheet', sheet([]), ['x.xlsx: has no sheet with anything in it']],
  [
    'no workbook in the archive',
    writeWorkbook({ A: TIMETABLE }, { 'xl/workbook.xml': '' }),
    ['x.xlsx: is no workbook that can be read: it is damaged, or cut off'],
  ],
  [
    'a sheet that is no XML',
    writeWorkbook({ A: TIMETABLE }, { 'xl/worksheets/sheet1.xml': '<a' }),
    ['x.xlsx: is no workbook that can be read: it is damaged, or cut off'],
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
    [/^x\.xlsx, sheet "Sheet1", row 1: .*lacks period$/],
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
    ['x.xlsx, sheet "B", row 2: 7A has a lesson on mon in p1 already, in sheet "A", row 2'],
  ],
];

/** Workbooks that are refused. */
export const BROKEN_WORKBOOKS: readonly BrokenCase[] = ROWS.map(([what, file, problems]) => ({
  what,
  files: { 'x.xlsx': file },
  problems,
}));
