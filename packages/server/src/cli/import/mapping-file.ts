import * as v from 'valibot';
import { KINDS } from '../../import/rows/kinds.js';
import type { HeadingMap } from '../../import/rows/match-headings.js';
import { type CliContext, CliError } from '../cli-context.js';
import { readJson } from '../read-json.js';

/** Headings of a school's own, by kind: `{"cover": {"Vertr.": "teacher"}}`. */
const mappingSchema = v.record(
  v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`),
  v.record(v.string(), v.string()),
);

/** @throws CliError that names the file and what is wrong with it. */
export async function readMapping(path: string, context: CliContext): Promise<HeadingMap> {
  const value = await readJson(path, context);
  const result = v.safeParse(mappingSchema, value);
  if (result.success) return result.output;
  const reasons = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  throw new CliError([`${path} is no mapping:`, ...reasons].join('\n'));
}
