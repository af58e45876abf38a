import { type Alert, alertSchema } from '@hallboard/shared';
import * as v from 'valibot';

/**
 * An alert that was set by itself. It is kept beside the content, not in it, so that no publish of
 * content, of whatever age, can end it (ALERT-1).
 */
export type RaisedAlert = Readonly<Alert> & {
  /** It was set for all schools, and is cleared for all. */
  readonly forAll?: true;
};

/** How stores keep a list of them, as JSON. */
export const raisedAlertsSchema = v.array(
  v.object({ ...alertSchema.entries, forAll: v.exactOptional(v.literal(true)) }),
);
