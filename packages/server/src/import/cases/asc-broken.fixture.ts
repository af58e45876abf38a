import { ASC, sunday } from '../asc.fixture.js';
import type { BrokenCase } from './format-case.fixture.js';

const change = (from: string, to: string) => ASC.replace(from, to);
const CARD = '<card lessonid="L1" classroomids="R1" period="1" days="10000" weeks="11"/>';
const card = (attributes: string) => change(CARD, `<card ${attributes}/>`);
const ROWS: readonly (readonly [string, string, readonly (string | RegExp)[]])[] = [
  ['half of it', ASC.slice(0, 900), ['x.xml, row 16: is not well-formed: unclosed tag: subjects']],
  [
    'an attribute without quotes',
    change('period="1"', 'period=1'),
    [/^x\.xml, row 4: is not well-formed: /],
  ],
  [
    'a bare ampersand',
    change('&amp;', '&'),
    ['x.xml, row 16: is not well-formed: a "&" is not written as &amp;'],
  ],
  ['tags that cross', change('</periods>', '</period>'), [/^x\.xml, row 6: is not well-formed: /]],
  [
    'an entity of its own',
    change('?>\n', '?>\n<!DOCTYPE t [<!ENTITY a "b">]>').replace('Ms Cole', '&a;'),
    ['x.xml, row 17: is not well-formed: undefined entity'],
  ],
  [
    'a page of the web',
    '<html></html>',
    ['x.xml, row 1: begins with <html>, and not with <timetable>'],
  ],
  [
    'no element',
    '<?xml version="1.0"?>',
    ['x.xml, row 1: is not well-formed: document must contain a root element'],
  ],
  ['no card', ASC.replace(/<card .*\n/g, ''), ['x.xml: has no cards: nothing is placed yet']],
  [
    'cards of which none is placed',
    ASC.replace(/period="\d" days="\d+" weeks="11"\/>/g, 'period="" days="" weeks="11"/>'),
    ['x.xml: has no cards: nothing is placed yet'],
  ],
  [
    'an export of an older kind',
    ASC.replace(/days="\d*" weeks="11"\/>/g, 'day="0"/>'),
    ['x.xml: is of an older kind: export it as "aSc Timetables 2012 XML"'],
  ],
  [
    'several terms',
    card('lessonid="L1" period="1" days="10000" weeks="11" terms="10"'),
    ['x.xml: has several terms; say with --term which of "1", "2" it is now'],
  ],
  [
    'a lesson that is not there',
    card('lessonid="L9" period="1" days="10000"'),
    ['x.xml, row 25, column "lessonid": there is no lesson "L9"'],
  ],
  [
    'a class that is not there',
    change('C1,C2', 'C1,C9'),
    ['x.xml, row 21, column "classids": there is no class "C9"'],
  ],
  [
    'a subject that is not there',
    change('subjectid="S2"', 'subjectid="S9"'),
    [
      /^x\.xml, row 22, column "subjectid": there is no subject "S9"/,
      /^x\.xml, row 26: subject is missing/,
      /^x\.xml, row 26: subject is missing/,
    ],
  ],
  [
    'a teacher that is not there',
    change('"T1,T2"', '"T1,T9"'),
    ['x.xml, row 22, column "teacherids": there is no teacher "T9"'],
  ],
  [
    'a room that is not there',
    change('classroomids="R1"', 'classroomids="R9"'),
    ['x.xml, row 25, column "classroomids": there is no classroom "R9"'],
  ],
  [
    'days that are none',
    card('lessonid="L1" period="1" days="1x"'),
    ['x.xml, row 25, column "days": "1x" is no row of 0 and 1'],
  ],
  [
    'a period that is no number',
    card('lessonid="L1" period="one" days="10000"'),
    ['x.xml, row 25, column "period": "one" is no number of a period'],
  ],
  [
    'a period without bells',
    card('lessonid="L1" period="7" days="10000"'),
    [
      /^x\.xml, row 25, column "period": there is no period "7"; there are p1, p2/,
      /^x\.xml, row 25/,
    ],
  ],
  [
    'a time that is none',
    change('starttime="8:00"', 'starttime="8:77"'),
    [
      /^x\.xml, row 4, column "start": "8:77" is no time like 08:35/,
      ...Array.from({ length: 3 }, () => /there is no period "1"/),
    ],
  ],
  [
    'no subject',
    change('subjectid="S1"', ''),
    [/^x\.xml, row 25: subject is missing/, /^x\.xml, row 25: subject is missing/],
  ],
  [
    'a period twice',
    change('period="2"', 'period="1"'),
    [/^x\.xml, row 5, column "period": p1 is there already/],
  ],
];

/** Timetables of aSc that are refused. */
export const BROKEN_ASC: readonly BrokenCase[] = ROWS.map(([what, file, problems]) => ({
  what,
  files: {
    'x.xml': what === 'a period twice' ? file.replace('periodspercard="2"', '') : file,
  },
  school: sunday(),
  problems,
}));
