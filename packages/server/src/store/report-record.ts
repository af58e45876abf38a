import { screenReportSchema } from '@hallboard/shared';
import * as v from 'valibot';

/** How stores keep a report, as JSON. */
export const reportRecordSchema = v.object({
  receivedAtMs: v.number(),
  userAgent: v.string(),
  report: screenReportSchema,
});
