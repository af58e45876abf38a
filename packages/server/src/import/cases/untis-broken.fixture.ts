import { cover, LESSON } from '../untis.fixture.js';
import type { BrokenCase } from './format-case.fixture.js';

const one = 'GPU001.TXT';
const cov = 'GPU014.TXT';
const ROWS: readonly (readonly [string, string, string, readonly string[]])[] = [
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

/** Files of Untis that are refused. */
export const BROKEN_UNTIS: readonly BrokenCase[] = ROWS.map(([what, name, file, problems]) => ({
  what,
  files: { [name]: file },
  problems,
}));
