import * as v from 'valibot';
import { WORDS } from './words.js';

/**
 * The small schemas that every other schema is made of. Lengths are generous for real content and
 * small enough that no single field can crowd a snapshot out of its size limit (SNAP-5).
 */

/** A short line: a name, a label, a room. Rendered as text, never as HTML (SEC-2). */
export const shortTextSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

/** A heading. */
export const titleSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(240));

/** A paragraph or two. May be empty. */
export const bodyTextSchema = v.pipe(v.string(), v.maxLength(4000));

/** An identifier that is stable across publishes and unique within its list. */
export const idSchema = v.pipe(v.string(), v.regex(/^[\w.:/-]{1,120}$/, WORDS.id));

/** The name of a group of screens, such as a corridor, the staff room or one class. */
export const groupSchema = idSchema;

/** An instant: milliseconds since the Unix epoch, UTC. */
export const instantSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A calendar date in the school's zone, `YYYY-MM-DD`. */
export const localDateSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, WORDS.date),
);

/** A wall-clock time in the school's zone, `HH:MM`. */
export const localTimeSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, WORDS.time));

/** A colour, `#rrggbb`. */
export const colorSchema = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, WORDS.color));

/** A whole number of milliseconds that is not negative. */
export const durationMsSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
