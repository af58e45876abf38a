import { COMMAND_NAMES, check } from '@hallboard/shared';
import * as v from 'valibot';
import { ApiError } from '../http/api-error.js';
import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { coversSchool } from './access/permissions.js';
import type { AdminOptions } from './admin-options.js';
import { presentSchool, presentScreen } from './present.js';
import { invalid, refusal } from './refusals.js';

const commandSchema = v.strictObject({ name: v.picklist(COMMAND_NAMES) });

/** Schools and their screens. */
export function addSchoolRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, publisher, bindings, commands } = options;
  routes
    .route('/schools')
    .get(async (_request, response) => {
      const epoch = await store.epoch();
      const caller = callerOf(response);
      const schools = (await store.schools()).filter(({ id }) => coversSchool(caller, id));
      response.json({ schools: schools.map((school) => presentSchool(school, epoch)) });
    })
    .post(async (request, response) => {
      const result = await publisher.addSchool(request.body);
      if (result.kind !== 'added') throw refusal(result);
      response.status(201).json({ school: presentSchool(result.school, await store.epoch()) });
    });

  routes
    .route('/schools/:schoolId/screens')
    .get(async (request, response) => {
      const { schoolId } = request.params;
      if ((await store.school(schoolId)) === undefined) {
        throw new ApiError('not_found', 'There is no such school');
      }
      const screens = await store.screens(schoolId);
      response.json({ screens: screens.map(presentScreen) });
    })
    .post(async (request, response) => {
      const result = await publisher.addScreen(request.params.schoolId, request.body);
      if (result.kind !== 'added') throw refusal(result);
      // The only time that anybody is told the token (SEC-1).
      response.status(201).json({ screen: presentScreen(result.screen), token: result.token });
    });

  routes
    .route('/schools/:schoolId/screens/:screenId')
    .patch(async (request, response) => {
      const { schoolId, screenId } = request.params;
      const result = await publisher.changeScreen(schoolId, screenId, request.body);
      if (result.kind !== 'changed') throw refusal(result);
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
    // Sent, not done: only a screen with an open socket hears of it.
    response.status(202).json({ id });
  });
}
