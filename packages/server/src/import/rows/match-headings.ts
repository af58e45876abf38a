import { FIELDS } from './fields.js';
import { fold } from './fold.js';
import { KIND_WORDS, KINDS, type Kind, type Words } from './kinds.js';

/** Headings of a school's own, for each kind: `{"cover": {"Vertr.": "teacher"}}`. */
export type HeadingMap = Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>>;

/** Which field each column holds; `undefined` where none is known. */
export interface Matched {
  readonly kind: Kind;
  readonly fields: readonly (string | undefined)[];
}

/** @returns each word of a list, folded. */
export function foldedWords(words: Words): readonly string[] {
  return Object.values(words).flatMap((list) => list.split('|').map(fold));
}

/**
 * Whether a text, such as the name of a file, has one of the words. Elsewhere they may stand within
 * another (Herbstferien), in Arabic only at its start: عيد, a feast, is no part of مواعيد, times.
 */
export function mentions(text: string, words: Words): boolean {
  const whole = fold(text);
  const each = text.split(/[^\p{L}\p{M}\p{N}]+/u).map(fold);
  return Object.values(words)
    .flatMap((list) => list.split('|'))
    .some((word) =>
      /^\p{Script=Arabic}+$/u.test(word)
        ? each.some((one) => one.startsWith(fold(word)))
        : whole.includes(fold(word)),
    );
}

const FIELD_OF_HEADING = new Map(
  KINDS.map((kind) => [
    kind,
    new Map(
      Object.entries(FIELDS[kind]).flatMap(([field, { headings }]) =>
        [field, ...foldedWords(headings)].map((word) => [fold(word), field] as const),
      ),
    ),
  ]),
);

/** @returns the field of each heading, if this kind of file has such headings. */
export function matchKind(kind: Kind, headings: readonly string[], map: HeadingMap): Matched {
  const own = new Map(Object.entries(map[kind] ?? {}).map(([from, to]) => [fold(from), to]));
  const known = FIELD_OF_HEADING.get(kind);
  const fields = headings.map((heading) => own.get(fold(heading)) ?? known?.get(fold(heading)));
  return { kind, fields };
}

/** @returns the required fields that no column holds. */
export function missingFields({ kind, fields }: Matched): readonly string[] {
  return Object.entries(FIELDS[kind])
    .filter(([field, { required }]) => required === true && !fields.includes(field))
    .map(([field]) => field);
}

/**
 * @param hint the name of the file or of the sheet, which decides where headings alone do not.
 * @returns the kinds that fit the headings best; more than one if they fit equally well, and none
 * if another, which lacks something, would know more of them.
 */
export function guessKind(
  headings: readonly string[],
  hint: string,
  map: HeadingMap,
): readonly Matched[] {
  const all = KINDS.map((kind) => matchKind(kind, headings, map));
  const fitting = all.filter((matched) => missingFields(matched).length === 0);
  const hinted = fitting.filter(({ kind }) => mentions(hint, KIND_WORDS[kind]));
  if (hinted.length === 1) return hinted;
  const most = Math.max(...all.map(knownCount));
  return fitting.filter((matched) => knownCount(matched) === most);
}

/** @returns how many columns mean something. */
export function knownCount({ fields }: Matched): number {
  return fields.filter((field) => field !== undefined).length;
}
