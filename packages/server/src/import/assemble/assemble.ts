import { checkContent } from '../../content/check-content.js';
import type { SchoolContent } from '../../content/schema/content-schema.js';
import type { ImportRow, ParsedFile } from '../rows/import-row.js';
import { KINDS, type Kind } from '../rows/kinds.js';
import { collectProblems, type Place, type Problem } from '../rows/problem.js';
import { putBells } from './bells.js';
import { putDayPlans, putHolidays } from './calendar.js';
import type { Draft } from './draft.js';
import { putCover, putDuty, putHonours, putNotices } from './items.js';
import { checkSources, takeBack, takeBackOf } from './sources.js';
import { putClasses, putTimetable } from './timetable.js';

/** What comes of an import. With any error among the problems, it is not to be published. */
export interface Assembled {
  readonly content: SchoolContent;
  readonly problems: readonly Problem[];
}

export interface AssembleOptions {
  /** The school's date, `YYYY-MM-DD`: what is over by then is not taken back. */
  readonly today: string;
  /** Names of files that are no more: what they gave is taken back. @default [] */
  readonly gone?: readonly string[];
}

/** Puts files into what a school has published; pure, and `published` stays as it is. */
export function assemble(
  published: SchoolContent,
  files: readonly ParsedFile[],
  { today, gone = [] }: AssembleOptions,
): Assembled {
  const { problems, report } = collectProblems();
  problems.push(...files.flatMap((file) => file.problems));
  const draft: Draft = { content: structuredClone(published), origins: new Map(), report };
  checkSources(files, report);
  for (const file of gone) takeBack(file, draft.content, today);
  takeBackOf(files, draft.content, today);
  for (const kind of KINDS) {
    const rowsOf = ({ rows }: ParsedFile) => rows.filter((row) => row.kind === kind);
    const holding = files.filter((file) => file.kinds.includes(kind));
    const itemsInto = ITEMS[kind];
    if (itemsInto === undefined) PARTS[kind]?.(holding.flatMap(rowsOf), draft);
    else for (const file of holding) itemsInto(file.file, rowsOf(file), draft);
  }
  // What is said of rows comes first: the check would say the same again, less well.
  if (!problems.some(({ level }) => level === 'error')) checkDraft(draft);
  return { content: draft.content, problems };
}

/** Kinds whose files are joined before they are put in. */
const PARTS: Partial<Record<Kind, (rows: readonly ImportRow[], draft: Draft) => void>> = {
  classes: putClasses,
  bells: putBells,
  timetable: putTimetable,
  holidays: putHolidays,
  dayplans: putDayPlans,
};

/** Kinds of which each file has its own. */
const ITEMS: Partial<
  Record<Kind, (file: string, rows: readonly ImportRow[], draft: Draft) => void>
> = { cover: putCover, duty: putDuty, notices: putNotices, honours: putHonours };

/** How the content calls fields that rows call otherwise. */
const FIELD_OF: Readonly<Record<string, string>> = {
  absentTeacher: 'absent',
  cycleDay: 'day',
  slot: 'period',
  key: 'period',
  validFrom: 'from',
  validUntil: 'until',
  name: 'class',
};

function checkDraft({ content, origins, report }: Draft): void {
  const checked = checkContent(content);
  if (checked.ok) return;
  for (const { path, message } of checked.violations) {
    const { row, field } = originOf(content, path, origins);
    if (row === undefined) report({ file: 'published content' }, `${path}: ${message}`);
    else {
      const cell = row.cells[field] ?? row.cells[FIELD_OF[field] ?? ''];
      const place: Place = cell === undefined ? row.place : { ...row.place, column: cell.column };
      report(place, cell === undefined && field !== '' ? `${field} ${message}` : message);
    }
  }
}

/** Follows a violation's path, and finds the last part on it that came from a row. */
function originOf(
  content: SchoolContent,
  path: string,
  origins: Draft['origins'],
): { readonly row?: ImportRow; readonly field: string } {
  let at: unknown = content;
  let row: ImportRow | undefined;
  let rest: string[] = [];
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
    const found = typeof at === 'object' && at !== null ? origins.get(at) : undefined;
    rest = found === undefined ? [...rest, step] : [];
    row = found ?? row;
  }
  return row === undefined ? { field: '' } : { row, field: rest[0] ?? '' };
}
