import * as v from 'valibot';
import { WORDS } from './words.js';

/**
 * Names one published state of a school: `<epoch>.<sequence>`. The epoch changes only when the
 * store was replaced or restored. Players compare revisions for equality only.
 */
export const revisionSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-z]{1,16}\.\d{1,15}$/, WORDS.revision),
);

export type Revision = v.InferOutput<typeof revisionSchema>;

/** @param sequence a whole number from 1. */
export function formatRevision(epoch: string, sequence: number): Revision {
  return `${epoch}.${sequence}`;
}

/** @returns the parts, or `undefined` if `text` is no revision. */
export function parseRevision(text: string): { epoch: string; sequence: number } | undefined {
  if (!v.is(revisionSchema, text)) return undefined;
  const dot = text.indexOf('.');
  return { epoch: text.slice(0, dot), sequence: Number(text.slice(dot + 1)) };
}
