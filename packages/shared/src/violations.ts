import * as v from 'valibot';
import { describeIssue } from './words.js';

/** One thing that is wrong with a value, and where. */
export interface Violation {
  /** Such as `divisions[0].days[3].slots[1].startsAt`; empty for the value as a whole. */
  readonly path: string;
  readonly message: string;
}

/** The value in its schema's type, or everything that is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** Checks `value` and names every violation, not only the first. Unknown fields are dropped (SNAP-7). */
export function check<T>(
  schema: v.BaseSchema<unknown, T, v.BaseIssue<unknown>>,
  value: unknown,
): Checked<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, violations: result.issues.map(toViolation) };
}

function toViolation(issue: v.BaseIssue<unknown>): Violation {
  let path = '';
  for (const { key } of issue.path ?? []) {
    path += typeof key === 'number' ? `[${key}]` : `${path === '' ? '' : '.'}${String(key)}`;
  }
  return { path, message: describeIssue(issue) };
}
