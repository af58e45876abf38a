import * as v from 'valibot';
import type { Store } from '../store/store.js';
import { checkContent } from './check-content.js';
import type { Invalid, UnknownSchool } from './publish-results.js';
import type { Draft } from './publish-writer.js';

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

const withAlerts = v.object({ alerts: v.optional(v.array(v.unknown()), () => []) });

/** Whether alerts differ between two contents, so that screens must hear of it at once (ALERT-2). */
export function alertsDiffer(before: unknown, after: unknown): boolean {
  const [old, next] = [before, after].map((content) =>
    JSON.stringify(v.parse(withAlerts, content).alerts),
  );
  return old !== next;
}
