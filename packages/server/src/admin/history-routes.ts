import { check, formatRevision, revisionSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { ApiError } from '../http/api-error.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { isoTime } from './iso-time.js';
import { answerPublished, publishOptions } from './publish-part.js';
import { invalid } from './refusals.js';

export const returnSchema = v.strictObject({ revision: revisionSchema });

const MISSING = 'such publish in the history of this school';

/** The publishes of a school's content that it can return to. */
export function addHistoryRoutes(routes: AdminRoutes, { store, publisher }: AdminOptions): void {
  routes.route('/schools/:schoolId/history').get(async ({ params }, response) => {
    const [school, epoch] = await Promise.all([store.school(params.schoolId), store.epoch()]);
    if (school === undefined) throw new ApiError('not_found', 'There is no such school');
    const publishes = (await store.history(school.id)).map(({ sequence, atMs, by, what }) => ({
      revision: formatRevision(epoch, sequence),
      at: isoTime(atMs),
      ...(by !== undefined && { by }),
      what,
    }));
    response.json({ publishes });
  });

  routes.route('/schools/:schoolId/history/:revision').get(async ({ params }, response) => {
    const content = await publisher.pastContent(params.schoolId, params.revision);
    if (content === undefined) throw new ApiError('not_found', `There is no ${MISSING}`);
    response.type('application/json').send(content);
  });

  routes.route('/schools/:schoolId/return').post(async (request, response) => {
    const checked = check(returnSchema, request.body);
    if (!checked.ok) throw invalid(checked.violations);
    const { revision } = checked.value;
    const options = publishOptions(request, response, `return to ${revision}`);
    const result = await publisher.returnTo(request.params.schoolId, revision, options);
    response.json(answerPublished(response, result, { target: revision, missing: MISSING }));
  });
}
