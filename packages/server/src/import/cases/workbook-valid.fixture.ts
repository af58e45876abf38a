import { writeWorkbook } from '../workbook.fixture.js';
import type { ValidCase } from './format-case.fixture.js';

const HEAD = ['class', 'day', 'period', 'subject'];
const PLAN = [HEAD, ['7A', 'Mon', 1, 'Art'], ['7A', 'Tue', 2, 'Music']];
const BRINGS = ['timetable + 7a mon p1: subject Art', 'timetable + 7a tue p2: subject Music'];
const HOLIDAY = 'holidays + 2026-11-24: Fair, until 2026-11-24';
const at = (number: number, as: 'date' | 'time' | 'moment') => ({ number, as });
/** 24 November 2026 in a workbook's days. */
const DAY = 46350;

const SHEET = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A sheet by hand, for what the writer has not. */
const raw = (rows: string, after = '') =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, ...cells: readonly string[]) =>
  `<row r="${number}">${cells.join('')}</row>`;
const heading = (number = 1) =>
  row(number, ...HEAD.map((name, index) => text(`${'ABCD'[index]}${number}`, name)));
const lesson = (number: number, day: string, period: number, subject: string, first = '7A') =>
  row(
    number,
    first === '' ? '' : text(`A${number}`, first),
    day === '' ? '' : text(`B${number}`, day),
    `<c r="C${number}"><v>${period}</v></c>`,
    text(`D${number}`, subject),
  );
const made = (sheet: string, parts: Readonly<Record<string, string>> = {}) =>
  writeWorkbook({ Timetable: PLAN }, { [SHEET]: sheet, ...parts });
const merged = (...refs: readonly string[]) =>
  `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

const workbookXml = (sheets: string, before = '') =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheets>${sheets}</sheets></workbook>`;

const shared = (...strings: readonly string[]) => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="t" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((each) => `<si>${each}</si>`).join('')}</sst>`,
});
const styles = (format: string) => ({
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
});
/** One holiday, whose date is a number in a style of its own. */
const dated = (number: number, format: string, before = '') =>
  writeWorkbook(
    { Holidays: [] },
    {
      ...styles(format),
      'xl/workbook.xml': workbookXml('<sheet name="Holidays" sheetId="1" r:id="r1"/>', before),
      [SHEET]: raw(
        row(1, text('A1', 'title'), text('B1', 'from')) +
          row(2, text('A2', 'Fair'), `<c r="B2" s="1"><v>${number}</v></c>`),
      ),
    },
  );

const CASES: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
  ['text in its cells', writeWorkbook({ Timetable: PLAN }), BRINGS],
  [
    'text that several cells share, some of it in several fonts',
    made(
      raw(
        row(
          1,
          ...[0, 1, 2, 3].map((index) => `<c r="${'ABCD'[index]}1" t="s"><v>${index}</v></c>`),
        ) +
          row(
            2,
            '<c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>5</v></c><c r="C2"><v>1</v></c><c r="D2" t="s"><v>6</v></c>',
          ),
      ),
      shared(
        ...[...HEAD, '7A', 'Mon'].map((each) => `<t>${each}</t>`),
        '<r><t>A</t></r><r><rPr><b/></rPr><t>rt</t></r>',
      ),
    ),
    BRINGS.slice(0, 1),
  ],
  [
    'results of formulas',
    made(
      raw(
        heading() +
          row(
            2,
            '<c r="A2" t="str"><f>7&amp;"A"</f><v>7A</v></c>',
            text('B2', 'Mon'),
            '<c r="C2"><f>3-2</f><v>1</v></c>',
            text('D2', 'Art'),
          ),
      ),
    ),
    BRINGS.slice(0, 1),
  ],
  [
    'a class that is written once for several rows',
    made(
      raw(
        heading() + lesson(2, 'Mon', 1, 'Art') + lesson(3, 'Tue', 2, 'Music', ''),
        merged('A2:A3'),
      ),
    ),
    BRINGS,
  ],
  [
    'a class and a day that are written once, and empty rows below',
    made(
      raw(
        heading() + lesson(2, 'Mon', 1, 'Art') + lesson(3, '', 2, 'Music', '') + row(4),
        merged('A2:A9', 'B2:B3'),
      ),
    ),
    ['timetable + 7a mon p1: subject Art', 'timetable + 7a mon p2: subject Music'],
  ],
  [
    'a title in merged cells above the headings',
    made(
      raw(
        row(1, text('A1', 'Timetable of the first term')) +
          heading(3) +
          lesson(4, 'Mon', 1, 'Art') +
          lesson(5, 'Tue', 2, 'Music'),
        merged('A1:D1'),
      ),
    ),
    BRINGS,
  ],
  [
    'empty rows above and between',
    writeWorkbook({ Timetable: [[], [], HEAD, [], ...PLAN.slice(1)] }),
    BRINGS,
  ],
  [
    'an empty column before the first',
    writeWorkbook({ Timetable: PLAN.map((cells) => ['', ...cells]) }),
    BRINGS,
  ],
  [
    'a hidden sheet of lists',
    writeWorkbook(
      { Timetable: PLAN, Lists: [['Colour'], ['red']] },
      {
        'xl/workbook.xml': workbookXml(
          '<sheet name="Timetable" sheetId="1" r:id="r1"/><sheet name="Lists" sheetId="2" state="hidden" r:id="r2"/>',
        ),
      },
    ),
    BRINGS,
  ],
  ['an empty sheet beside it', writeWorkbook({ Timetable: PLAN, Sheet2: [], Sheet3: [] }), BRINGS],
  [
    'several sheets, one for each class',
    writeWorkbook({ '7A': PLAN.slice(0, 2), '7B': [HEAD, ['7B', 'Wed', 1, 'Art']] }),
    ['timetable + 7a mon p1: subject Art', 'timetable + 7b wed p1: subject Art'],
  ],
  [
    'sheets of several kinds, in the language of the school',
    writeWorkbook({
      Stundenplan: [['Klasse', 'Tag', 'Stunde', 'Fach'], ...PLAN.slice(1)],
      Ferien: [
        ['Titel', 'von'],
        ['Fair', at(DAY, 'date')],
      ],
    }),
    [...BRINGS, HOLIDAY],
  ],
  ['a date with a blank in its style', dated(DAY, 'General" "dd/mm/yyyy'), [HOLIDAY]],
  ['a date in a style of the school’s own', dated(DAY, 'dd\\.mm\\.yyyy'), [HOLIDAY]],
  ['a date by its weekday', dated(DAY, '[$-407]dddd, d\\. mmmm yyyy'), [HOLIDAY]],
  [
    'a date that counts from 1904',
    dated(DAY - 1462, 'yyyy-mm-dd', '<workbookPr date1904="1"/>'),
    [HOLIDAY],
  ],
  [
    'a date without a style, and one that is text',
    writeWorkbook({
      Holidays: [
        ['title', 'from', 'to'],
        ['Fair', DAY, '24/11/2026'],
      ],
    }),
    [HOLIDAY],
  ],
  [
    'times as parts of a day, with and without a style, and as text',
    writeWorkbook({
      Bells: [
        ['schedule', 'period', 'start', 'end'],
        ['long', 1, at(1 / 3, 'time'), 0.364583333333333],
        ['long', 2, '9:00', at(0.40625, 'time')],
      ],
    }),
    [
      'bells + main long p1: label 1, start 08:00, end 08:45, kind period, bell true',
      'bells + main long p2: label 2, start 09:00, end 09:45, kind period, bell true',
    ],
  ],
  [
    'moments',
    writeWorkbook({
      Notices: [
        ['title', 'from', 'until'],
        ['Fair', at(DAY + 0.5, 'moment'), at(DAY + 1, 'date')],
      ],
    }),
    ['notices + title Fair, level info, validFrom 2026-11-24T12:00, validUntil 2026-11-26T00:00'],
  ],
  [
    'yes and no as the program has them',
    writeWorkbook(
      { Bells: [] },
      {
        [SHEET]: raw(
          row(
            1,
            ...['schedule', 'period', 'start', 'end', 'bell'].map((name, index) =>
              text(`${'ABCDE'[index]}1`, name),
            ),
          ) +
            row(
              2,
              text('A2', 'long'),
              '<c r="B2"><v>1</v></c>',
              text('C2', '8:00'),
              text('D2', '8:45'),
              '<c r="E2" t="b"><v>0</v></c>',
            ),
        ),
      },
    ),
    ['bells + main long p1: label 1, start 08:00, end 08:45, kind period, bell false'],
  ],
  [
    'letters that XML has to escape',
    writeWorkbook({ Timetable: [HEAD, ['7A', 'Mon', 1, 'R & D <7>']] }),
    ['timetable + 7a mon p1: subject R & D <7>'],
  ],
];

/** Workbooks that real schools have. */
export const VALID_WORKBOOKS: readonly ValidCase[] = CASES.map(([what, file, brings]) => ({
  what,
  files: { 'school.xlsx': file },
  brings,
}));
