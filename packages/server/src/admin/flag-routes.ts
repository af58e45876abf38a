import { check } from '@hallboard/shared';
import * as v from 'valibot';
import { ApiError } from '../http/api-error.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { invalid } from './refusals.js';

export const realtimeDefaultSchema = v.object({ realtime: v.picklist(['on', 'off']) });
export const schoolRealtimeSchema = v.object({ realtime: v.picklist(['on', 'off', 'default']) });

/** The realtime flag, for the installation and for each school (FLAG-2). */
export function addFlagRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, realtime, realtimeAllowed } = options;

  routes
    .route('/flags/realtime')
    .get(async (_request, response) => {
      const value = (await store.realtimeDefault()) ? 'on' : 'off';
      response.json({ realtime: value, allowed: realtimeAllowed });
    })
    .put(async (request, response) => {
      const checked = check(realtimeDefaultSchema, request.body);
      if (!checked.ok) throw invalid(checked.violations);
      await realtime.setDefault(checked.value.realtime === 'on');
      describeChange(response, { summary: checked.value.realtime });
      response.json({ realtime: checked.value.realtime, allowed: realtimeAllowed });
    });

  routes.route('/schools/:schoolId/flags/realtime').put(async (request, response) => {
    const checked = check(schoolRealtimeSchema, request.body);
    if (!checked.ok) throw invalid(checked.violations);
    const say = checked.value.realtime === 'default' ? undefined : checked.value.realtime;
    if (!(await realtime.setSchool(request.params.schoolId, say))) {
      throw new ApiError('not_found', 'There is no such school');
    }
    describeChange(response, { summary: checked.value.realtime });
    response.json({ realtime: checked.value.realtime, allowed: realtimeAllowed });
  });
}
