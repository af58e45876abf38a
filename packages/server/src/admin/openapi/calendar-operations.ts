import { revisionSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { dayPlanSchema, dayTemplateSchema } from '../../content/schema/calendar-schema.js';
import { schoolContentSchema } from '../../content/schema/content-schema.js';
import type { AdminRoute } from '../access/route-table.js';
import { dayPlanInputSchema, divisionQuerySchema } from '../day-plan-routes.js';
import { returnSchema } from '../history-routes.js';
import { timeSchema } from '../iso-time.js';
import type { Operation } from './operation.js';

const revisionAnswer = v.object({ revision: revisionSchema });

/** Day plans and the history of the content, described. */
export const CALENDAR_OPERATIONS = {
  'GET /schools/:schoolId/day-plans': {
    summary: 'The day templates of a school, and the plans of its dates.',
    hasRevision: true,
    answer: v.object({
      dayTemplates: v.array(dayTemplateSchema),
      dayPlans: v.array(dayPlanSchema),
    }),
  },
  'PUT /schools/:schoolId/day-plans/:date': {
    summary:
      "Publishes a date's plan, such as a template, in place of the one by hand that it has.",
    query: divisionQuerySchema,
    body: dayPlanInputSchema,
    hasRevision: true,
    answer: revisionAnswer,
  },
  'DELETE /schools/:schoolId/day-plans/:date': {
    summary:
      'Publishes without the plan of a date: the one by hand, or else those that imports gave.',
    query: divisionQuerySchema,
    hasRevision: true,
    answer: revisionAnswer,
  },
  'GET /schools/:schoolId/history': {
    summary: 'The publishes of the content that the school can return to, the newest first.',
    answer: v.object({
      publishes: v.array(
        v.object({
          revision: revisionSchema,
          at: timeSchema,
          by: v.exactOptional(v.string()),
          what: v.string(),
        }),
      ),
    }),
  },
  'GET /schools/:schoolId/history/:revision': {
    summary: 'The content of a publish of the history.',
    answer: schoolContentSchema,
  },
  'POST /schools/:schoolId/return': {
    summary: 'Publishes the content of an earlier publish again.',
    body: returnSchema,
    hasRevision: true,
    answer: revisionAnswer,
  },
} as const satisfies Partial<Record<AdminRoute, Operation>>;
