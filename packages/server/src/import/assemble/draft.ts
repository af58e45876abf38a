import { createHash } from 'node:crypto';
import type { SchoolContent } from '../../content/schema/content-schema.js';
import { fold } from '../rows/fold.js';
import type { ImportRow } from '../rows/import-row.js';
import type { ReportProblem } from '../rows/problem.js';
import { RowReader } from '../values/row-reader.js';

/** A school's content while files are put into it. */
export interface Draft {
  content: SchoolContent;
  /** Which row each new part of the content comes from. */
  readonly origins: Map<object, ImportRow>;
  readonly report: ReportProblem;
}

/** @returns a reader for each row. */
export function readersOf(rows: readonly ImportRow[], draft: Draft): RowReader[] {
  return rows.map((row) => new RowReader(row, draft.content.school.locale, draft.report));
}

/**
 * @returns an id made of a name: `7a`. Letters that ids may not have leave a hash, so that no two
 * names share one.
 */
export function idFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, '-');
  const slug = plain.replace(/[^\w.:/-]/g, '').slice(0, 80);
  return slug === plain ? slug : `${slug}-${digest(name)}`.replace(/^-/, 'x-');
}

/** @returns a short hash of a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/**
 * @param parts what makes the item itself: the same in every import of it.
 * @param taken ids given already; the new one is added.
 */
export function itemId(prefix: string, parts: readonly unknown[], taken: Set<string>): string {
  const base = prefix + digest(JSON.stringify(parts));
  let id = base;
  for (let copy = 2; taken.has(id); copy += 1) id = `${base}-${copy}`;
  taken.add(id);
  return id;
}

/** @returns what is there, without the rest: for fields that may be absent. */
export function present<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.assign({}, ...kept.map(([key, value]) => ({ [key]: value })));
}

/** @returns the one whose name is meant, whatever its case and accents. */
export function named<T>(
  items: readonly T[],
  text: string,
  ...names: ((item: T) => string)[]
): T | undefined {
  for (const name of names) {
    const exact = items.find((item) => name(item) === text);
    if (exact !== undefined) return exact;
  }
  const folded = fold(text);
  const alike = items.filter((item) => names.some((name) => fold(name(item)) === folded));
  return folded !== '' && alike.length === 1 ? alike[0] : undefined;
}
