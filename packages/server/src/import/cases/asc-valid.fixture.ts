import { ASC, sunday } from '../asc.fixture.js';
import { bytesOf, codePage, utf16be, type ValidCase } from './format-case.fixture.js';

const BELLS = [
  'bells + main regular p1: label First, start 08:00, end 08:45, kind period, bell true',
  'bells + main regular p2: label Second, start 08:55, end 09:40, kind period, bell true',
];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'sun'].map((day) => `weekdays + main ${day}: regular`);
const CLASSES = ['classes + 7a: 7A (main)', 'classes + 7c: 7C (main)'];
const SETUP = [...CLASSES, ...BELLS, ...DAYS];
const MATHS = (name: string) =>
  `timetable + ${name} sun p1: room Room 11, subject Mathematics, teacher Ms Cole`;
const DESIGN = [1, 2].map(
  (period) => `timetable + 7a mon p${period}: subject Art & Design, teacher Ms Cole, Mr Haddad`,
);
const BRINGS = [...SETUP, MATHS('7a'), MATHS('7c'), ...DESIGN];

const CARD = '<card lessonid="L1" classroomids="R1" period="1" days="10000" weeks="11"/>';
const DOUBLE = '<card lessonid="L2" classroomids="" period="1" days="01000" weeks="11"/>';
const change = (from: string | RegExp, to: string) => ASC.replace(from, to);
const weekly = {
  ...sunday(),
  cycle: {
    kind: 'weeks' as const,
    weeks: ['a', 'b'],
    anchors: [{ date: '2026-11-22', week: 'a' }],
  },
};
const inWeeks = (line: string, ...weeks: readonly string[]) =>
  weeks.map((week) => line.replace(/ (?=sun p|mon p)/, ` ${week}-`));

type Case = readonly [string, string | Uint8Array, readonly string[], ValidCase['school']?];
const CASES: readonly Case[] = [
  ['what the program exports', ASC, BRINGS],
  ['no declaration', change(/^<\?xml.*\n/, ''), BRINGS],
  ['lines of Windows', ASC.replaceAll('\n', '\r\n'), BRINGS],
  ['a mark of UTF-8', `\ufeff${ASC}`, BRINGS],
  ['UTF-16', bytesOf(`\ufeff${change('UTF-8', 'UTF-16')}`, 'utf16le'), BRINGS],
  ['UTF-16, big end first', utf16be(`\ufeff${change('UTF-8', 'UTF-16')}`), BRINGS],
  [
    'Windows-1250, as it says',
    codePage(change('UTF-8', 'windows-1250').replace('Ms Cole', 'Hudáčková'), 'windows-1250'),
    BRINGS.map((line) => line.replace('Ms Cole', 'Hudáčková')),
  ],
  [
    'comments, and elements that nobody knows',
    change(
      '<periods',
      '<!-- by hand --><buildings><building id="B" name="Main"/></buildings><periods',
    ),
    BRINGS,
  ],
  [
    'elements with an end of their own',
    ASC.replace(/<card ([^>]*)\/>/g, '<card $1></card>'),
    BRINGS,
  ],
  [
    'attributes in single quotation marks',
    ASC.replace(/name="Ms Cole"/g, "name='Ms Cole'"),
    BRINGS,
  ],
  [
    'the tables in another order',
    change(/(<lessons [\s\S]*<\/lessons>\n)(<cards [\s\S]*<\/cards>\n)/, '$2$1'),
    BRINGS,
  ],
  [
    'no times: only the timetable',
    ASC.replace(/ starttime="[^"]*" endtime="[^"]*"/g, ''),
    [...CLASSES.slice(1), MATHS('7a'), MATHS('7c'), ...DESIGN],
    undefined,
  ],
  [
    'a card of several days',
    change(CARD, CARD.replace('10000', '10100')),
    [
      ...SETUP,
      MATHS('7a'),
      MATHS('7a').replace('sun', 'tue'),
      MATHS('7c'),
      MATHS('7c').replace('sun', 'tue'),
      ...DESIGN,
    ],
  ],
  [
    'days without definitions, which begin on Monday',
    ASC.replace(/<daysdef .*\n/g, ''),
    [
      ...SETUP,
      ...[MATHS('7a'), MATHS('7c')].map((line) => line.replace('sun', 'mon')),
      ...DESIGN.map((line) => line.replace(' mon', ' tue')),
    ],
  ],
  [
    'groups of a class at once',
    change(
      CARD,
      `${CARD}<card lessonid="L3" classroomids="" period="1" days="10000" weeks="11"/>`,
    ).replace(
      '</lessons>',
      '<lesson id="L3" classids="C1" subjectid="S2" teacherids="T2"/></lessons>',
    ),
    [
      ...SETUP,
      'timetable + 7a sun p1: room Room 11, subject Mathematics / Art & Design, teacher Ms Cole, Mr Haddad',
      MATHS('7c'),
      ...DESIGN,
    ],
  ],
  [
    'two rooms in one card, and a lesson without a teacher',
    change('classroomids="R1"', 'classroomids="R1,R2"')
      .replace('</classrooms>', '<classroom id="R2" name="Gym"/></classrooms>')
      .replace('teacherids="T1"', 'teacherids=""'),
    [
      ...SETUP,
      ...['7a', '7c'].map(
        (name) => `timetable + ${name} sun p1: room Room 11, Gym, subject Mathematics`,
      ),
      ...DESIGN,
    ],
  ],
  [
    'names that are only short',
    change('name="Ms Cole" ', ''),
    BRINGS.map((line) => line.replace('Ms Cole', 'Co')),
  ],
  [
    'weeks A and B, and a lesson of both',
    change(DOUBLE, DOUBLE.replace('weeks="11"', 'weeks="01"')).replace(
      'name="All weeks" short="All"',
      '',
    ),
    [
      ...SETUP,
      ...inWeeks(MATHS('7a'), 'a', 'b'),
      ...inWeeks(MATHS('7c'), 'a', 'b'),
      ...DESIGN.flatMap((line) => inWeeks(line, 'b')),
    ],
    weekly,
  ],
  [
    'a group of week A beside one of every week',
    change(
      CARD,
      `${CARD}<card lessonid="L3" classroomids="" period="1" days="10000" weeks="10"/>`,
    ).replace(
      '</lessons>',
      '<lesson id="L3" classids="C1" subjectid="S2" teacherids="T2"/></lessons>',
    ),
    [
      ...SETUP,
      'timetable + 7a a-sun p1: room Room 11, subject Mathematics / Art & Design, teacher Ms Cole, Mr Haddad',
      ...inWeeks(MATHS('7a'), 'b'),
      ...inWeeks(MATHS('7c'), 'a', 'b'),
      ...['a', 'b'].flatMap((week) => DESIGN.flatMap((line) => inWeeks(line, week))),
    ],
    weekly,
  ],
];

/** Timetables of aSc that real schools have. */
export const VALID_ASC: readonly ValidCase[] = CASES.map(([what, file, brings, school]) => ({
  what,
  files: { 'asc.xml': file },
  ...(what.startsWith('no times') ? {} : { school: school ?? sunday() }),
  brings,
}));
