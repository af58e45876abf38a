import { type ImportRow, namedCells, type ParsedFile } from '../rows/import-row.js';
import type { Kind } from '../rows/kinds.js';
import { collectProblems, type Place, type ReportProblem } from '../rows/problem.js';
import { mergeParallel } from './merge-parallel.js';
import { readSeparated } from './read-separated.js';

/** Long names of classes, teachers, rooms and subjects, by the short ones that other files use. */
export interface UntisNames {
  readonly teacher: ReadonlyMap<string, string>;
  readonly room: ReadonlyMap<string, string>;
  readonly subject: ReadonlyMap<string, string>;
}

type Names = keyof UntisNames;
const NAME_FILES: Readonly<Record<string, Names>> = {
  '004': 'teacher',
  '005': 'room',
  '006': 'subject',
};

type Columns = readonly string[];
type ReadRow = (
  columns: Columns,
  place: Place,
  names: UntisNames,
  report: ReportProblem,
) => readonly ImportRow[];

/** The files that hold what a wall shows, by their number. */
const FILES: Readonly<
  Record<string, { readonly kind: Kind; readonly columns: number; readonly read: ReadRow }>
> = {
  '001': { kind: 'timetable', columns: 7, read: readLesson },
  '009': { kind: 'duty', columns: 4, read: readDuty },
  '014': { kind: 'cover', columns: 20, read: readCover },
};

/** What a change is, by the letter in column 20. The rest is no change to a class's lesson. */
const COVER_KINDS: Readonly<Record<string, string>> = {
  '': 'cover',
  S: 'cover',
  A: 'cover',
  W: 'cover',
  P: 'cover',
  '~': 'cover',
  T: 'moved',
  F: 'cancelled',
  C: 'cancelled',
  L: 'cancelled',
  R: 'room-change',
};
/** Cover of a duty, and exams, which have lists of their own. */
const PASSED_OVER = ['B', 'E'];

/** @returns the number of a file of Untis, such as `014`, by its name. */
export function untisNumber(file: string): string | undefined {
  return /(?:^|[/\\])gpu(\d{3})[^/\\]*\.(?:txt|csv)$/i.exec(file)?.[1];
}

/** Whether a file only says what others' short names mean. */
export function isUntisNames(file: string): boolean {
  return NAME_FILES[untisNumber(file) ?? ''] !== undefined;
}

/** Reads the long names out of those files that have them. */
export function readUntisNames(
  files: readonly { readonly file: string; readonly text: string }[],
): UntisNames {
  const names = { teacher: new Map(), room: new Map(), subject: new Map() };
  for (const { file, text } of files) {
    const of = NAME_FILES[untisNumber(file) ?? ''];
    // Problems are said where the file itself is read.
    const rows = of === undefined ? undefined : readSeparated(file, text, collectProblems().report);
    for (const [short = '', long = ''] of rows ?? []) {
      if (of !== undefined && short !== '' && long !== '') names[of].set(short, long);
    }
  }
  return names;
}

/** Reads one text file of Untis (GPU001.TXT and so on): fixed columns, and no headings. */
export function readUntis(file: string, text: string, names: UntisNames): ParsedFile {
  const { problems, report } = collectProblems();
  const number = untisNumber(file) ?? '';
  const table = readSeparated(file, text, report);
  const known = FILES[number];
  if (known === undefined || table === undefined) {
    if (known === undefined && !isUntisNames(file)) {
      report(
        { file },
        'holds nothing that a wall shows; GPU001, 004, 005, 006, 009 and 014 do',
        'warning',
      );
    }
    return { file, kinds: [], rows: [], problems };
  }
  const rows = table.flatMap((columns, index) => {
    if (columns.every((column) => column.trim() === '')) return [];
    const place = { file, row: index + 1 };
    if (columns.length < known.columns) {
      report(place, `has ${columns.length} columns; GPU${number} has at least ${known.columns}`);
      return [];
    }
    return known.read(
      columns.map((column) => column.trim()),
      place,
      names,
      report,
    );
  });
  if (table.length > 0 && rows.length === 0 && problems.length === 0 && number === '001') {
    report({ file }, 'has no lesson');
  }
  return {
    file,
    kinds: [known.kind],
    rows: number === '001' ? mergeParallel(rows) : rows,
    problems,
  };
}

const long = (names: ReadonlyMap<string, string>, short = '') => names.get(short) ?? short;

function readLesson(columns: Columns, place: Place, names: UntisNames): readonly ImportRow[] {
  const [, classes = '', teacher, subject, room, day, period] = columns;
  // Supervision and the like belong to no class.
  if (classes === '') return [];
  return classes.split('~').map((name) => ({
    kind: 'timetable',
    place,
    cells: namedCells({
      class: name,
      day,
      period,
      subject: long(names.subject, subject),
      teacher: long(names.teacher, teacher),
      room: long(names.room, room),
    }),
  }));
}

/** Column 4 is the period before which the break is. */
function readDuty(columns: Columns, place: Place, names: UntisNames): readonly ImportRow[] {
  const [corridor, teacher, day, period] = columns;
  const cells = namedCells({ place: corridor, teacher: long(names.teacher, teacher), day, period });
  return [{ kind: 'duty', place, cells }];
}

function readCover(
  columns: Columns,
  place: Place,
  names: UntisNames,
  report: ReportProblem,
): readonly ImportRow[] {
  const [
    ,
    date = '',
    period,
    ,
    ,
    absent,
    teacher,
    subject,
    ,
    otherSubject,
    ,
    room,
    otherRoom,
    ,
    classes = '',
  ] = columns;
  const [, , note, , otherClasses = '', letter = ''] = columns.slice(14);
  if (PASSED_OVER.includes(letter)) return [];
  const kind = COVER_KINDS[letter];
  if (kind === undefined) {
    report({ ...place, column: 'kind' }, `there is no kind of cover "${letter}"`);
    return [];
  }
  if (!/^\d{8}$/.test(date)) {
    report({ ...place, column: 'date' }, `"${date}" is no date like 20261124`);
    return [];
  }
  const named = classes === '' ? otherClasses : classes;
  if (named === '') return [];
  const isOn = kind !== 'cancelled';
  const cells = namedCells({
    date,
    period,
    class: named,
    kind,
    subject: long(names.subject, isOn && otherSubject !== '' ? otherSubject : subject),
    absent: absent === teacher ? undefined : long(names.teacher, absent),
    teacher: isOn ? long(names.teacher, teacher) : undefined,
    room: isOn ? long(names.room, otherRoom === '' ? room : otherRoom) : undefined,
    note: withLongName(note, absent, names.teacher),
  });
  return [{ kind: 'cover', place, cells }];
}

/** A note that names who is away by the short name does so by the long one, by which SEC-4 knows it. */
function withLongName(note = '', absent = '', names: UntisNames['teacher'] = new Map()): string {
  const name = names.get(absent);
  if (absent === '' || name === undefined) return note;
  return note
    .split(/([\p{L}\p{N}]+)/u)
    .map((word) => (word === absent ? name : word))
    .join('');
}
