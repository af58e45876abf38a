import { COMMAND_NAMES, check } from '@hallboard/shared';
import * as v from 'valibot';
import { ApiError } from '../http/api-error.js';
import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { coversSchool } from './access/permissions.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { pageOf, pageQuerySchema, readQuery } from './page.js';
import { presentSchool, presentScreen } from './present.js';
import { invalid, refusal } from './refusals.js';

export const commandSchema = v.strictObject({ name: v.picklist(COMMAND_NAMES) });

/** Schools and their screens. */
export function addSchoolRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, publisher, bindings, commands } = options;
  routes
    .route('/schools')
    .get(async (request, response) => {
      const { limit, after = '' } = readQuery(pageQuerySchema, request.query);
      const caller = callerOf(response);
      const rest = (await store.schools()).filter(
        ({ id }) => id > after && coversSchool(caller, id),
      );
      const { items, ...more } = pageOf(rest, limit, ({ id }) => id);
      const epoch = await store.epoch();
      response.json({ schools: items.map((school) => presentSchool(school, epoch)), ...more });
    })
    .post(async (request, response) => {
      const result = await publisher.addSchool(request.body, callerOf(response).name);
      if (result.kind !== 'added') throw refusal(result);
      describeChange(response, { target: result.school.id });
      response.status(201).json({ school: presentSchool(result.school, await store.epoch()) });
    });

  routes
    .route('/schools/:schoolId/screens')
    .get(async (request, response) => {
      const { schoolId } = request.params;
      if ((await store.school(schoolId)) === undefined) {
        throw new ApiError('not_found', 'There is no such school');
      }
      const { limit, ...after } = readQuery(pageQuerySchema, request.query);
      const screens = await store.screens(schoolId, { ...after, limit: limit + 1 });
      const { items, ...more } = pageOf(screens, limit, ({ id }) => id);
      response.json({ screens: items.map(presentScreen), ...more });
    })
    .post(async (request, response) => {
      const result = await publisher.addScreen(request.params.schoolId, request.body);
      if (result.kind !== 'added') throw refusal(result);
      describeChange(response, { target: result.screen.id, summary: result.screen.info.name });
      // The only time that anybody is told the token (SEC-1).
      response.status(201).json({ screen: presentScreen(result.screen), token: result.token });
    });

  routes
    .route('/schools/:schoolId/screens/:screenId')
    .patch(async (request, response) => {
      const { schoolId, screenId } = request.params;
      const result = await publisher.changeScreen(schoolId, screenId, request.body);
      if (result.kind !== 'changed') throw refusal(result);
      describeChange(response, { summary: Object.keys(request.body).join(', ') });
      response.json({ screen: presentScreen(result.screen) });
    })
    .delete(async ({ params }, response) => {
      const screen = await bindings.revoke(params.schoolId, params.screenId);
      if (screen === undefined) throw new ApiError('not_found', 'There is no such screen');
      response.json({ screen: presentScreen(screen) });
    });

  routes.route('/schools/:schoolId/screens/:screenId/commands').post(async (request, response) => {
    const { schoolId, screenId } = request.params;
    const checked = check(commandSchema, request.body);
    if (!checked.ok) throw invalid(checked.violations);
    const id = await commands.send(schoolId, screenId, checked.value.name);
    if (id === undefined) throw refusal({ kind: 'unknown-screen' });
    describeChange(response, { summary: checked.value.name });
    // Sent, not done: only a screen with an open socket hears of it.
    response.status(202).json({ id });
  });
}
