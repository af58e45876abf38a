import { describe, expect, it } from 'vitest';
import { importFiles, importSchool, lines } from './import-files.fixture.js';

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const LESSON = '1,"7A","COL","M","11",1,1,,';
/** Columns of GPU014: number, date, period … absent, teacher, subject … kind. */
function cover(change: Readonly<Record<number, string>> = {}): string {
  const columns = Array.from({ length: 21 }, () => '');
  const usual = { 0: '1', 1: '20261124', 2: '1', 5: 'COL', 6: 'HAD', 7: 'M', 11: '11', 14: '7A' };
  for (const [at, text] of Object.entries({ ...usual, ...change })) columns[Number(at)] = text;
  return columns.map((text) => `"${text}"`).join(';');
}

describe('files of Untis', () => {
  it('are read by their columns, in Windows-1252, with the long names of other files', async () => {
    const { content, problems } = await importFiles({
      'GPU001.TXT': latin(
        lines(LESSON, '2,"7B","MÜL","KU","St~1",2,2,,', '3,"","COL","Aufsicht","",1,1,,'),
      ),
      'GPU004.TXT': latin('"MÜL","Müller"\n"COL","Cole"\n"HAD","Haddad"\n'),
      'GPU005.TXT': '"11","Raum 11"\n',
      'GPU006.TXT': '"M","Mathematik"\n"KU","Kunst"\n',
      'GPU009.TXT': '"Hof","MÜL",1,2,15\n'.replace('MÜL', 'COL'),
      'GPU014.TXT': latin(
        lines(
          cover(),
          cover({ 2: '2', 14: '7A~7B', 19: 'C', 16: 'Entfällt' }),
          cover({ 1: '20261125', 6: 'COL', 12: '12', 19: 'R' }),
        ),
      ),
    });
    expect(problems).toEqual([]);
    expect(content.timetable.lessons).toEqual([
      {
        class: '7a',
        cycleDay: 'mon',
        slot: 'p1',
        subject: 'Mathematik',
        teacher: 'Cole',
        room: 'Raum 11',
      },
      {
        class: '7b',
        cycleDay: 'tue',
        slot: 'p2',
        subject: 'Kunst',
        teacher: 'Müller',
        room: 'St~1',
      },
    ]);
    expect(content.duty).toMatchObject([
      { place: 'Hof', teacher: 'Cole', cycleDay: 'mon', slot: 'p2' },
    ]);
    expect(content.cover).toMatchObject([
      {
        date: '2026-11-24',
        slot: 'p1',
        class: '7a',
        kind: 'cover',
        subject: 'Mathematik',
        teacher: 'Haddad',
        absentTeacher: 'Cole',
        room: 'Raum 11',
      },
      { slot: 'p2', class: '7a', kind: 'cancelled', note: 'Entfällt' },
      { slot: 'p2', class: '7b', kind: 'cancelled' },
      { date: '2026-11-25', kind: 'room-change', teacher: 'Cole', room: '12' },
    ]);
    expect(content.cover[1]).not.toHaveProperty('teacher');
    expect(content.cover[3]).not.toHaveProperty('absentTeacher');
  });

  it('show groups of one class at once as one lesson', async () => {
    const file = lines(
      '1,"7A","COL","EN","11",1,1,,',
      '2,"7A","HAD","FR","12",1,1,,',
      '2,"7A","HAD","FR","12",1,1,,',
    );
    const { content, problems } = await importFiles({ 'gpu001.txt': file });
    expect(problems).toEqual([]);
    expect(content.timetable.lessons).toEqual([
      {
        class: '7a',
        cycleDay: 'mon',
        slot: 'p1',
        subject: 'EN / FR',
        teacher: 'COL, HAD',
        room: '11, 12',
      },
    ]);
  });

  it('are passed over with a word where they hold nothing for a wall', async () => {
    expect((await importFiles({ 'GPU002.TXT': '1,2\n' })).problems).toEqual([
      'warning: GPU002.TXT: holds nothing that a wall shows; GPU001, 004, 005, 006, 009 and 014 do',
    ]);
    expect((await importFiles({ 'GPU014.TXT': cover({ 19: 'B' }) })).content.cover).toEqual([]);
  });

  const one = 'GPU001.TXT';
  const cov = 'GPU014.TXT';
  const BROKEN: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['no byte', one, '', [`${one}: is empty`]],
    ['no lesson', one, '1,"","COL","M","11",1,1,,', [`${one}: has no lesson`]],
    [
      'a line cut off',
      one,
      `${LESSON}\n1,"7A","COL"`,
      [`${one}, row 2: has 3 columns; GPU001 has at least 7`],
    ],
    [
      'an open quotation mark',
      one,
      `${LESSON}\n1,"7A,"COL","M","11",1,2`,
      [`${one}, row 2: text follows a closing quotation mark`],
    ],
    [
      'a quotation mark at the end',
      one,
      `${LESSON}\n1,"7A`,
      [`${one}, row 2: a quotation mark is not closed`],
    ],
    [
      'another delimiter in the middle',
      one,
      `${LESSON}\n1;"7A";"COL";"M";"11";1;2`,
      [`${one}, row 2: a quotation mark stands in the middle of a cell`],
    ],
    [
      'a day that is none',
      one,
      LESSON.replace(',1,1,,', ',8,1,,'),
      [`${one}, row 1, column "day": "8" is no weekday`],
    ],
    ['no day', one, LESSON.replace(',1,1,,', ',,1,,'), [`${one}, row 1: day is missing`]],
    [
      'a period that is none',
      one,
      LESSON.replace(',1,1,,', ',1,12,,'),
      [`${one}, row 1, column "period": there is no period "12"; there are p1, break, p2`],
    ],
    ['no period', one, LESSON.replace(',1,1,,', ',1,,,'), [`${one}, row 1: period is missing`]],
    ['no subject', one, LESSON.replace('"M"', '""'), [`${one}, row 1: subject is missing`]],
    [
      'a cover cut off',
      cov,
      cover().slice(0, 30),
      [`${cov}, row 1: has 6 columns; GPU014 has at least 20`],
    ],
    [
      'a date that is none',
      cov,
      cover({ 1: '20261341' }),
      [`${cov}, row 1, column "date": "20261341" is no date like 2026-11-24`],
    ],
    [
      'a date of another form',
      cov,
      cover({ 1: '24.11.2026' }),
      [`${cov}, row 1, column "date": "24.11.2026" is no date like 20261124`],
    ],
    [
      'a kind that is none',
      cov,
      cover({ 19: 'Q' }),
      [`${cov}, row 1, column "kind": there is no kind of cover "Q"`],
    ],
    [
      'a class that is none',
      cov,
      cover({ 14: '9Z' }),
      [`${cov}, row 1, column "class": there is no class "9Z"`],
    ],
    [
      'a period that is none, in a cover',
      cov,
      cover({ 2: '0' }),
      [`${cov}, row 1, column "period": there is no period "0"; there are p1, break, p2`],
    ],
    ['duty of nobody', 'GPU009.TXT', '"Hof","",1,2,15', ['GPU009.TXT, row 1: teacher is missing']],
  ];

  it.each(BROKEN)('are refused where they are broken: %s', async (_, name, file, problems) => {
    expect((await importFiles({ [name]: file })).problems).toEqual(problems);
  });

  it('need bells, which they do not have', async () => {
    const school = importSchool({
      divisions: [{ id: 'main', name: 'Main', schedules: [], week: {} }],
      timetable: { classes: [], lessons: [] },
    });
    expect((await importFiles({ [one]: LESSON }, {}, school)).problems).toEqual([
      `${one}, row 1, column "period": there is no period "1"; there are no bells yet: import them too`,
    ]);
  });
});
