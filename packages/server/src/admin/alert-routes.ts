import type { Router } from 'express';
import { ApiError } from '../http/api-error.js';
import { allowOnly } from '../http/express-errors.js';
import type { RaisedAlert } from '../store/raised-alert.js';
import type { AdminOptions } from './admin-options.js';
import { refusal } from './refusals.js';

/** Alerts of one school, and alerts for all (ALERT-1, ALERT-3). */
export function addAlertRoutes(router: Router, options: AdminOptions): void {
  const { store, alerts, fleet, index, clock } = options;
  router
    .route('/schools/:schoolId/alerts')
    .get(async ({ params }, response) => {
      const school = await store.school(params.schoolId);
      if (school === undefined) throw refusal({ kind: 'unknown-school' });
      const nowMs = clock.wallMs();
      const lasting = (school.alerts ?? []).filter(({ expiresAt }) => expiresAt > nowMs);
      const receipts = await fleet.receipts(school.id, lasting);
      const presented = lasting.map((alert) => ({
        ...presentAlert(alert),
        receipts: receipts.get(alert.id),
      }));
      response.json({ alerts: presented });
    })
    .post(async ({ params, body }, response) => {
      const result = await alerts.set(params.schoolId, body);
      if (result.kind !== 'set') throw refusal(result);
      response.status(201).json({ alert: presentAlert(result.alert) });
    })
    .all(allowOnly('GET', 'POST'));

  router
    .route('/schools/:schoolId/alerts/:alertId')
    .delete(async ({ params }, response) => {
      const result = await alerts.clear(params.schoolId, params.alertId);
      if (result.kind === 'unchanged') throw unknownAlert();
      if (result.kind === 'for-all') {
        throw new ApiError('conflict', 'This alert is for all schools: clear it at /alerts/<id>');
      }
      if (result.kind !== 'published') throw refusal(result);
      response.json({ revision: result.revision });
    })
    .all(allowOnly('DELETE'));

  router
    .route('/alerts')
    .get(async (_request, response) => {
      const schools = [...index.schools()];
      const held = (await alerts.forAll()).map((alert) => ({
        ...presentAlert(alert),
        // As far as this node has heard.
        schools: {
          reached: schools.filter(({ record }) => record.alerts?.some(({ id }) => id === alert.id))
            .length,
          all: schools.length,
        },
      }));
      response.json({ alerts: held });
    })
    .post(async ({ body }, response) => {
      const result = await alerts.setForAll(body);
      if (result.kind !== 'set') throw refusal(result);
      // Kept for good, and on its way to the schools.
      response.status(202).json({ alert: presentAlert(result.alert) });
    })
    .all(allowOnly('GET', 'POST'));

  router
    .route('/alerts/:alertId')
    .delete(async ({ params }, response) => {
      if (!(await alerts.clearForAll(params.alertId))) throw unknownAlert();
      response.status(202).json({});
    })
    .all(allowOnly('DELETE'));
}

function presentAlert({ forAll, ...alert }: RaisedAlert) {
  return { ...alert, forAll: forAll === true };
}

function unknownAlert(): ApiError {
  return new ApiError('not_found', 'There is no such alert');
}
