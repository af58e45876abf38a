import * as v from 'valibot';
import { KINDS } from '../../import/rows/kinds.js';
import type { HeadingMap } from '../../import/rows/match-headings.js';
import { type CliContext, CliError } from '../cli-context.js';

/** Headings of a school's own, by kind: `{"cover": {"Vertr.": "teacher"}}`. */
const mappingSchema = v.record(
  v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`),
  v.record(v.string(), v.string()),
);

/** @throws CliError that names the file and what is wrong with it. */
export async function readMapping(path: string, { readFile }: CliContext): Promise<HeadingMap> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`${path} is no mapping that can be read: ${reason}`, { cause });
  }
  const result = v.safeParse(mappingSchema, value);
  if (result.success) return result.output;
  const reasons = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  throw new CliError([`${path} is no mapping:`, ...reasons].join('\n'));
}
