import { shortTextSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { dateSchema } from '../../content/schema/local-time-schemas.js';
import { slugSchema } from '../../screens/screen-input.js';
import { ADMIN_ROLES } from '../../store/records.js';

const DATE_OR_INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

/** A date, which begins in UTC, or an instant with its offset. */
const expirySchema = v.pipe(
  v.string(),
  v.check(
    (text) =>
      DATE_OR_INSTANT.test(text) &&
      // Engines take the 31st of February for the 3rd of March.
      v.is(dateSchema, text.slice(0, 10)) &&
      !Number.isNaN(Date.parse(text)),
    'must be a date like 2027-07-31 or an instant like 2027-07-31T16:00:00Z',
  ),
);

/** What an administrator says of a new key. */
export const newKeySchema = v.strictObject({
  /** Who has it: the log of changes names the key by it. */
  name: shortTextSchema,
  role: v.picklist(ADMIN_ROLES),
  /** Absent: all schools, and the installation itself. */
  schools: v.exactOptional(v.pipe(v.array(slugSchema), v.minLength(1), v.maxLength(1000))),
  /** Absent: it does not expire. */
  expiresAt: v.exactOptional(expirySchema),
});
export type NewKey = v.InferOutput<typeof newKeySchema>;
