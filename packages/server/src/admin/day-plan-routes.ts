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

/** Puts a template, or bells, a title or a day of the cycle, on a date; one date at a time. */
export function addDayPlanRoutes(routes: AdminRoutes, { store, publisher }: AdminOptions): void {
  const publish = (
    request: Request<{ schoolId: string; date: string }>,
    response: Response,
    change: (others: readonly DayPlan[], division: { division?: string }) => readonly DayPlan[],
    isThere: (length: number) => boolean,
  ) => {
    const date = readDate(request.params.date);
    const named = readQuery(divisionQuerySchema, request.query);
    const part = { what: `day plan of ${date}`, missing: 'such day plan' };
    return publishPart(publisher, request, response, part, (content) => {
      const { dayPlans = [] } = content;
      const others = dayPlans.filter(
        (plan) => plan.date !== date || plan.division !== named.division,
      );
      if (!isThere(dayPlans.length - others.length)) return undefined;
      return { ...content, dayPlans: change(others, named) };
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
      const { date } = request.params;
      const checked = check(dayPlanInputSchema, request.body);
      if (!checked.ok) throw invalid(checked.violations, 'invalid_content');
      const published = await publish(
        request,
        response,
        (others, named) => [...others, { date, ...named, ...checked.value }],
        () => true,
      );
      response.json(published);
    })
    .delete(async (request, response) => {
      const published = await publish(
        request,
        response,
        (others) => others,
        (count) => count > 0,
      );
      response.json(published);
    });
}
