import { FIELDS } from './fields.js';
import type { Cell, ImportRow, ParsedFile } from './import-row.js';
import { KINDS, type Kind } from './kinds.js';
import {
  guessKind,
  type HeadingMap,
  knownCount,
  type Matched,
  matchKind,
  missingFields,
} from './match-headings.js';
import { collectProblems, type Place, type ReportProblem } from './problem.js';

/** Rows of text as a file or a sheet has them: the first is row 1. */
export interface Table {
  readonly file: string;
  readonly sheet?: string;
  readonly rows: readonly (readonly string[])[];
}

export interface TableOptions {
  /** What the file holds. Absent: what its headings and its name say. */
  readonly as?: Kind;
  /** @default {} */
  readonly map?: HeadingMap;
}

/** A sheet may have its name and the like above its headings. */
const MAX_TITLE_ROWS = 10;

/** Reads a table by its headings: its first row that is not empty, or one below a title. */
export function tableToRows(table: Table, options: TableOptions = {}): ParsedFile {
  const { file, sheet } = table;
  const { problems, report } = collectProblems();
  const place: Place = { file, ...(sheet === undefined ? {} : { sheet }) };
  const rows = table.rows.map((row) => row.map((text) => text.trim()));
  const at = headingsAt(rows, table, options);
  const headings = rows[at] ?? [];
  const headingPlace = { ...place, row: at + 1 };
  if (at < 0) report(place, 'is empty: there are no headings');
  const matched = at < 0 ? undefined : chooseKind(headings, table, options, headingPlace, report);
  if (matched === undefined) return { file, kinds: [], rows: [], problems };

  checkColumns(matched, headings, options, headingPlace, report);
  const found = rows.slice(at + 1).flatMap((texts, index): ImportRow[] => {
    if (texts.every((text) => text === '')) return [];
    const rowPlace = { ...place, row: at + 2 + index };
    const stray = texts.findIndex((text, column) => text !== '' && (headings[column] ?? '') === '');
    if (stray >= 0) {
      report(rowPlace, `has "${texts[stray]}" in column ${stray + 1}, which has no heading`);
    }
    const cells: Record<string, Cell> = {};
    matched.fields.forEach((field, column) => {
      const text = texts[column] ?? '';
      if (field !== undefined && text !== '')
        cells[field] = { text, column: headings[column] ?? '' };
    });
    return [{ kind: matched.kind, place: rowPlace, cells }];
  });
  return { file, kinds: [matched.kind], rows: found, problems };
}

/** @returns the first row that has the headings of a kind, or else the first that has anything. */
function headingsAt(
  rows: readonly (readonly string[])[],
  { file, sheet }: Table,
  { as, map = {} }: TableOptions,
): number {
  const filled = rows.flatMap((row, at) => (row.some((text) => text !== '') ? [{ row, at }] : []));
  const found = filled
    .slice(0, MAX_TITLE_ROWS)
    .find(({ row }) =>
      as === undefined
        ? guessKind(row, sheet ?? file, map).length > 0
        : missingFields(matchKind(as, row, map)).length === 0,
    );
  return (found ?? filled[0])?.at ?? -1;
}

function chooseKind(
  headings: readonly string[],
  { file, sheet }: Table,
  { as, map = {} }: TableOptions,
  place: Place,
  report: ReportProblem,
): Matched | undefined {
  if (as !== undefined) {
    const matched = matchKind(as, headings, map);
    const missing = missingFields(matched);
    if (missing.length === 0) return matched;
    report(place, `has no column for ${missing.join(', ')}`);
    return undefined;
  }
  const guessed = guessKind(headings, sheet ?? file, map);
  if (guessed.length === 1) return guessed[0];
  if (guessed.length > 1) {
    const kinds = guessed.map(({ kind }) => kind).join(' or ');
    report(place, `may be ${kinds}: say which with --as, or in the name of the file or sheet`);
    return undefined;
  }
  report(
    place,
    `says nothing by these headings: ${headings.join(', ')}. ${nearest(headings, map)}`,
  );
  return undefined;
}

/** Names what is missing of the kind that the headings come nearest to. */
function nearest(headings: readonly string[], map: HeadingMap): string {
  const [best] = KINDS.map((kind) => matchKind(kind, headings, map))
    .filter((matched) => knownCount(matched) > 1)
    .sort((a, b) => knownCount(b) - knownCount(a));
  if (best === undefined) return 'Name the columns in a mapping file';
  return `For ${best.kind}, it lacks ${missingFields(best).join(', ')}`;
}

function checkColumns(
  { kind, fields }: Matched,
  headings: readonly string[],
  { map = {} }: TableOptions,
  place: Place,
  report: ReportProblem,
): void {
  fields.forEach((field, column) => {
    const heading = headings[column] ?? '';
    const columnPlace = { ...place, column: heading };
    if (field === undefined) {
      if (heading !== '') report(columnPlace, 'is not used', 'warning');
      return;
    }
    const first = fields.indexOf(field);
    if (first < column) report(columnPlace, `is ${field}, as column "${headings[first]}" is`);
  });
  for (const field of Object.values(map[kind] ?? {})) {
    if (FIELDS[kind][field] === undefined)
      report(place, `${kind} has no field "${field}" to map to`);
  }
}
