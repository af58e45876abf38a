import { check } from '@hallboard/shared';
import * as v from 'valibot';
import { invalid } from './refusals.js';

/** Enough for a small installation at once, so that its lists come whole. */
const DEFAULT_LIMIT = 200;
const MAX_LIMIT = 1000;

const limitMessage = `must be a whole number from 1 to ${MAX_LIMIT}`;

/** How every list is asked for in pages. */
export const pageQuerySchema = v.object({
  /** @default 200 */
  limit: v.optional(
    v.pipe(
      v.string(limitMessage),
      v.regex(/^[1-9]\d{0,3}$/, limitMessage),
      v.transform(Number),
      v.maxValue(MAX_LIMIT, limitMessage),
    ),
    String(DEFAULT_LIMIT),
  ),
  /** The `next` of the page before; absent: from the start. */
  after: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
});

/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** What to send as `after` for the next page; absent: this is the last one. */
  readonly next?: string;
}

/** @throws ApiError naming what is wrong with the query. */
export function readQuery<T>(schema: v.GenericSchema<unknown, T>, query: unknown): T {
  const checked = check(schema, query);
  if (!checked.ok) throw invalid(checked.violations);
  return checked.value;
}

/**
 * Makes a page of items that were read from after the cursor on, one more than the page takes, so
 * that it is known whether there are more.
 */
export function pageOf<T>(
  items: readonly T[],
  limit: number,
  cursorOf: (item: T) => string,
): Page<T> {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return items.length > limit && last !== undefined
    ? { items: page, next: cursorOf(last) }
    : { items: page };
}
