import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Store } from '../store/store.js';
import { checkContent } from './check-content.js';
import type { Invalid, UnknownSchool } from './publish-results.js';
import type { Draft } from './publish-writer.js';
import { schoolContentSchema } from './schema/content-schema.js';

/** The school's content, to be published again; `invalid` if an older version was less strict. */
export async function readStoredContent(
  store: Store,
  schoolId: string,
): Promise<Draft | Invalid | UnknownSchool> {
  const text = await store.content(schoolId);
  if (text === undefined) return { kind: 'unknown-school' };
  const checked = checkContent(JSON.parse(text));
  if (!checked.ok) return { kind: 'invalid', violations: checked.violations };
  return { kind: 'draft', content: checked.value, text };
}

const alertsSchema = v.object({ alerts: schoolContentSchema.entries.alerts });

/**
 * Whether alerts differ between two contents, so that screens must hear of it at once (ALERT-2); not
 * by what is usual, which an import writes out.
 */
export function alertsDiffer(before: unknown, after: unknown): boolean {
  const [old, next] = [v.safeParse(alertsSchema, before), v.safeParse(alertsSchema, after)];
  return !isDeepStrictEqual(old.output, next.output);
}
