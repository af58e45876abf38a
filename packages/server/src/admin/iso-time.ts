import * as v from 'valibot';

/** How the administrators' API writes a time: ISO 8601, in UTC, to the millisecond. */
export const timeSchema = v.pipe(v.string(), v.isoTimestamp());

export function isoTime(atMs: number): string {
  return new Date(atMs).toISOString();
}
