import { lines } from '../import-files.fixture.js';
import { cover, LESSON } from '../untis.fixture.js';
import { bytesOf, caseSchool, type ValidCase } from './format-case.fixture.js';

const ONE = 'GPU001.TXT';
const COVER = 'GPU014.TXT';
const BRINGS = ['timetable + 7a mon p1: room 11, subject M, teacher COL'];
/** What a line of cover brings, but for what follows. */
const covered = (rest: string) => `cover + date 2026-11-24, slot p1, class 7a, kind ${rest}`;
const weeks = caseSchool({
  cycle: { kind: 'weeks', weeks: ['a', 'b'], anchors: [{ date: '2026-11-23', week: 'a' }] },
  duty: [],
});

/** Exports that real schools have. */
export const VALID_UNTIS: readonly ValidCase[] = [
  { what: 'commas and quotation marks', files: { [ONE]: LESSON }, brings: BRINGS },
  { what: 'semicolons', files: { [ONE]: LESSON.replaceAll(',', ';') }, brings: BRINGS },
  { what: 'tabs', files: { [ONE]: LESSON.replaceAll(',', '\t') }, brings: BRINGS },
  { what: 'no quotation marks', files: { [ONE]: LESSON.replaceAll('"', '') }, brings: BRINGS },
  { what: 'no columns at the end', files: { [ONE]: LESSON.replace(/,,$/, '') }, brings: BRINGS },
  { what: 'a name in small letters', files: { 'gpu001.txt': LESSON }, brings: BRINGS },
  { what: 'a name with a date, as CSV', files: { 'GPU001_2026.csv': LESSON }, brings: BRINGS },
  { what: 'lines of Windows', files: { [ONE]: `${LESSON}\r\n` }, brings: BRINGS },
  {
    what: 'Windows-1252',
    files: { [ONE]: bytesOf(LESSON.replace('COL', 'MÜL'), 'latin1') },
    brings: ['timetable + 7a mon p1: room 11, subject M, teacher MÜL'],
  },
  {
    what: 'a mark of UTF-8',
    files: { [ONE]: `\ufeff${LESSON.replace('COL', 'MÜL')}` },
    brings: ['timetable + 7a mon p1: room 11, subject M, teacher MÜL'],
  },
  {
    what: 'several classes in one lesson',
    files: { [ONE]: LESSON.replace('7A', '7A~7B') },
    brings: [...BRINGS, 'timetable + 7b mon p1: room 11, subject M, teacher COL'],
  },
  {
    what: 'several teachers in one lesson, one a line',
    files: { [ONE]: lines(LESSON, LESSON.replace('COL', 'HAD')) },
    brings: ['timetable + 7a mon p1: room 11, subject M, teacher COL, HAD'],
  },
  {
    what: 'groups of a class at once',
    files: { [ONE]: lines(LESSON, '2,"7A","HAD","FR","12",1,1,,') },
    brings: ['timetable + 7a mon p1: room 11, 12, subject M / FR, teacher COL, HAD'],
  },
  {
    what: 'a double lesson, one period a line',
    files: { [ONE]: lines(LESSON, LESSON.replace(',1,1,,', ',1,2,,')) },
    brings: [...BRINGS, 'timetable + 7a mon p2: room 11, subject M, teacher COL'],
  },
  {
    what: 'lessons without a room, a teacher and a class',
    files: { [ONE]: lines('1,"7A",,"M",,1,1,,', '2,,"COL","Aufsicht",,1,2,,') },
    brings: ['timetable + 7a mon p1: subject M'],
  },
  {
    what: 'a school of weeks A and B: a lesson of both',
    files: { [ONE]: LESSON },
    school: weeks,
    brings: [
      'timetable + 7a a-mon p1: room 11, subject M, teacher COL',
      'timetable + 7a b-mon p1: room 11, subject M, teacher COL',
    ],
  },
  {
    what: 'a class that is new',
    files: { [ONE]: LESSON.replace('7A', '10-Ö') },
    brings: [
      'classes + 10-o: 10-Ö (main)',
      'timetable + 10-o mon p1: room 11, subject M, teacher COL',
    ],
  },
  {
    what: 'the long names of other files, in any order',
    files: {
      'GPU006.TXT': '"M","Mathematik","","","",,\n',
      [ONE]: LESSON,
      'GPU004.TXT': '"COL","Cole","Anna"\n',
      'GPU005.TXT': '"11","Raum 11"\n',
    },
    brings: ['timetable + 7a mon p1: room Raum 11, subject Mathematik, teacher Cole'],
  },
  {
    what: 'duty before a period',
    files: { 'GPU009.TXT': '"Hof","COL",1,2,15,\n"Tor","HAD",5,1,10,\n' },
    brings: [
      'duty + slot p2, cycleDay mon, place Hof, teacher COL',
      'duty + slot p1, cycleDay fri, place Tor, teacher HAD',
    ],
  },
  {
    what: 'cover by another teacher',
    files: { [COVER]: cover() },
    brings: [covered('cover, absentTeacher COL, room 11, subject M, teacher HAD')],
  },
  {
    what: 'cover of another subject, in another room, with a note',
    files: { [COVER]: cover({ 9: 'KU', 12: '21', 16: 'Farben; und Pinsel', 19: 'S' }) },
    brings: [
      covered(
        'cover, absentTeacher COL, note Farben; und Pinsel, room 21, subject KU, teacher HAD',
      ),
    ],
  },
  {
    what: 'a lesson that does not take place',
    files: { [COVER]: cover({ 6: '', 19: 'C' }) },
    brings: [covered('cancelled, absentTeacher COL, subject M')],
  },
  {
    what: 'a change of room',
    files: { [COVER]: cover({ 6: 'COL', 12: '21', 19: 'R' }) },
    brings: [covered('room-change, room 21, subject M, teacher COL')],
  },
  {
    what: 'a lesson that is moved',
    files: { [COVER]: cover({ 6: 'COL', 19: 'T' }) },
    brings: [covered('moved, room 11, subject M, teacher COL')],
  },
  {
    what: 'cover for two classes, and of an exam and a duty, which have lists of their own',
    files: {
      [COVER]: lines(cover({ 14: '7A~7B', 19: 'L' }), cover({ 19: 'E' }), cover({ 19: 'B' })),
    },
    brings: [
      covered('cancelled, absentTeacher COL, subject M'),
      covered('cancelled, absentTeacher COL, subject M').replace('7a', '7b'),
    ],
  },
];
