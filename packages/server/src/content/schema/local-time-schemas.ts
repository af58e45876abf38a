import { localDateSchema } from '@hallboard/shared';
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';

/** Before it, an instant might be negative somewhere. */
const FIRST_YEAR = 1971;

const LOCAL_TIME = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/;

/** A date that the calendar has, `YYYY-MM-DD`. What is no date at all is said once. */
export const dateSchema = v.pipe(
  localDateSchema,
  v.check(
    (text) => !v.is(localDateSchema, text) || isRealDate(text),
    `must be a date that the calendar has, from ${FIRST_YEAR} on`,
  ),
);

/**
 * A moment by the school's clock, `YYYY-MM-DDTHH:MM`: how an administrator says when something
 * starts or ends. One that daylight saving skips means the moment of the jump; one that comes twice
 * means the first.
 */
export const localDateTimeSchema = v.pipe(
  v.string(),
  v.regex(LOCAL_TIME, 'must be a local time like 2026-11-24T16:30'),
  v.check(
    (text) => !LOCAL_TIME.test(text) || isRealDate(text.slice(0, 10)),
    `must have a date that the calendar has, from ${FIRST_YEAR} on`,
  ),
);

function isRealDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year >= FIRST_YEAR;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
