import { check, idSchema } from '@hallboard/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { dayPlanSchema } from '../content/schema/calendar-schema.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { readContent } from './content-revision.js';
import { readQuery } from './page.js';
import { publishPart } from './publish-part.js';
import { readDate } from './read-date.js';
import { invalid } from './refusals.js';

type DayPlan = v.InferInput<typeof dayPlanSchema>;

const { date: _, division: __, source: ___, ...entries } = dayPlanSchema.entries;
/** As in the content; the address says of which date, and of which division. */
export const dayPlanInputSchema = v.strictObject(entries);
/** Absent: the plan for all divisions that have none of their own. */
export const divisionQuerySchema = v.object({ division: v.exactOptional(idSchema) });
const storedSchema = v.object({
  dayTemplates: v.optional(v.array(v.unknown()), () => []),
  dayPlans: v.optional(v.array(v.unknown()), () => []),
});

/**
 * Puts a template, or bells, a title or a day of the cycle, on a date; one date at a time. What an
 * import gave the same date stays below it, and counts again once it is taken off.
 */
export function addDayPlanRoutes(routes: AdminRoutes, { store, publisher }: AdminOptions): void {
  const publish = (
    request: Request<{ schoolId: string; date: string }>,
    response: Response,
    change: (ofDate: readonly DayPlan[], place: PlanPlace) => readonly DayPlan[] | undefined,
  ) => {
    const date = readDate(request.params.date);
    const place = { date, ...readQuery(divisionQuerySchema, request.query) };
    const part = { what: `day plan of ${date}`, missing: 'such day plan' };
    return publishPart(publisher, request, response, part, (content) => {
      const { dayPlans = [] } = content;
      const isThere = (plan: DayPlan) => plan.date === date && plan.division === place.division;
      const ofDate = change(dayPlans.filter(isThere), place);
      const others = dayPlans.filter((plan) => !isThere(plan));
      return ofDate && { ...content, dayPlans: [...others, ...ofDate] };
    });
  };

  routes.route('/schools/:schoolId/day-plans').get(async ({ params }, response) => {
    const { content, revision } = await readContent(store, params.schoolId);
    response.setHeader('etag', `"${revision}"`);
    response.json(v.parse(storedSchema, JSON.parse(content)));
  });

  routes
    .route('/schools/:schoolId/day-plans/:date')
    .put(async (request, response) => {
      const checked = check(dayPlanInputSchema, request.body);
      if (!checked.ok) throw invalid(checked.violations, 'invalid_content');
      const published = await publish(request, response, (ofDate, place) => [
        ...ofDate.filter(isOfFile),
        { ...place, ...checked.value },
      ]);
      response.json(published);
    })
    .delete(async (request, response) => {
      const published = await publish(request, response, (ofDate) => {
        if (ofDate.length === 0) return undefined;
        return ofDate.every(isOfFile) ? [] : ofDate.filter(isOfFile);
      });
      response.json(published);
    });
}

interface PlanPlace {
  readonly date: string;
  readonly division?: string;
}

function isOfFile({ source }: DayPlan): boolean {
  return source !== undefined;
}
