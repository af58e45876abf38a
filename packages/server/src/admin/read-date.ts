import { check } from '@hallboard/shared';
import { dateSchema } from '../content/schema/local-time-schemas.js';
import { invalid } from './refusals.js';

/** @throws ApiError if what an address names is no date. */
export function readDate(text: string): string {
  const checked = check(dateSchema, text);
  if (checked.ok) return checked.value;
  throw invalid(checked.violations.map(({ message }) => ({ path: 'date', message })));
}
