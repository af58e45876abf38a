import { check } from '@hallboard/shared';
import * as v from 'valibot';
import { ApiError } from '../http/api-error.js';
import { isOrigin } from '../http/is-origin.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { invalid } from './refusals.js';

/** More would be a mistake: the list goes into a header of the player's page. */
const MAX_ORIGINS = 20;

export const embeddingSchema = v.strictObject({
  /** Of the pages that may show the school's screens. Empty: none beside those of the settings. */
  origins: v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.check(isOrigin, 'must be an origin such as https://www.example.org, without a path'),
      ),
    ),
    v.maxLength(MAX_ORIGINS),
  ),
});

/** Whose pages may show a school's screens (SEC-2). */
export function addEmbeddingRoutes(routes: AdminRoutes, { store, bindings }: AdminOptions): void {
  routes
    .route('/schools/:schoolId/embedding')
    .get(async ({ params }, response) => {
      const school = await store.school(params.schoolId);
      if (school === undefined) throw noSuchSchool();
      response.json({ origins: school.embedOrigins ?? [] });
    })
    .put(async ({ params, body }, response) => {
      const checked = check(embeddingSchema, body);
      if (!checked.ok) throw invalid(checked.violations);
      const origins = [...new Set(checked.value.origins)];
      const { schoolId } = params;
      if (!(await bindings.setEmbedOrigins(schoolId, origins))) throw noSuchSchool();
      describeChange(response, { summary: origins.join(' ') || 'none' });
      response.json({ origins });
    });
}

function noSuchSchool(): ApiError {
  return new ApiError('not_found', 'There is no such school');
}
