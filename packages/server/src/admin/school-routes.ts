import type { Router } from 'express';
import { ApiError } from '../http/api-error.js';
import { allowOnly } from '../http/express-errors.js';
import type { AdminOptions } from './admin-options.js';
import { presentSchool, presentScreen } from './present.js';
import { refusal } from './refusals.js';

/** Schools and their screens. */
export function addSchoolRoutes(router: Router, options: AdminOptions): void {
  const { store, publisher, bindings } = options;
  router
    .route('/schools')
    .get(async (_request, response) => {
      const epoch = await store.epoch();
      const schools = await store.schools();
      response.json({ schools: schools.map((school) => presentSchool(school, epoch)) });
    })
    .post(async (request, response) => {
      const result = await publisher.addSchool(request.body);
      if (result.kind !== 'added') throw refusal(result);
      response.status(201).json({ school: presentSchool(result.school, await store.epoch()) });
    })
    .all(allowOnly('GET', 'POST'));

  router
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
    })
    .all(allowOnly('GET', 'POST'));

  router
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
    })
    .all(allowOnly('PATCH', 'DELETE'));
}
