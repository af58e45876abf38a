import type { Kind } from './kinds.js';
import type { Place, Problem } from './problem.js';

/** What a cell says, and what its column is called in the file. */
export interface Cell {
  readonly text: string;
  readonly column: string;
}

/** What every format is read into: one thing of a school, in the file's words. */
export interface ImportRow {
  readonly kind: Kind;
  readonly place: Place;
  /** By field, such as `teacher`; without the empty ones. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** A file, read. What it says may still not fit the school. */
export interface ParsedFile {
  readonly file: string;
  /** What the file holds, also if it has no row of it: an empty list of cover ends all cover. */
  readonly kinds: readonly Kind[];
  /** Whether it may hold other kinds, which nobody asked for. @default false */
  readonly isPart?: boolean;
  readonly rows: readonly ImportRow[];
  readonly problems: readonly Problem[];
}

/** @returns cells under the names of their fields, for formats that have no headings. */
export function namedCells(
  texts: Readonly<Record<string, string | undefined>>,
): ImportRow['cells'] {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => {
      const trimmed = text?.trim() ?? '';
      return trimmed === '' ? [] : [[field, { text: trimmed, column: field }]];
    }),
  );
}
