import { screenReportSchema } from '@hallboard/shared';
import * as v from 'valibot';
import type { AdminRoute } from '../access/route-table.js';
import type { Operation } from './operation.js';

const counts = v.object({
  up: v.number(),
  stale: v.number(),
  silent: v.number(),
  never: v.number(),
});

/** How the screens are doing, described. */
export const STATUS_OPERATIONS = {
  'GET /status': {
    summary: 'How many screens are up, stale or silent: in the schools that the key is for.',
    answer: v.object({ counts, schools: v.array(v.object({ id: v.string(), counts })) }),
  },
  'GET /schools/:schoolId/status': {
    summary: "How each of a school's screens is, and what it last reported.",
    answer: v.object({
      counts,
      screens: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          state: v.picklist(['up', 'stale', 'silent', 'never']),
          lastSeenAt: v.exactOptional(v.number()),
          report: v.exactOptional(
            v.object({
              receivedAt: v.number(),
              userAgent: v.string(),
              ...screenReportSchema.entries,
            }),
          ),
        }),
      ),
    }),
  },
} as const satisfies Partial<Record<AdminRoute, Operation>>;
