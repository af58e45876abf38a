import type { Response } from 'express';
import { ApiError } from '../http/api-error.js';
import type { RaisedAlert } from '../store/raised-alert.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { refusal } from './refusals.js';

/** Alerts of one school, and alerts for all (ALERT-1, ALERT-3). */
export function addAlertRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, alerts, fleet, index, clock } = options;
  routes
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
      describeAlert(response, result.alert);
      response.status(201).json({ alert: presentAlert(result.alert) });
    });

  routes.route('/schools/:schoolId/alerts/:alertId').delete(async ({ params }, response) => {
    const result = await alerts.clear(params.schoolId, params.alertId);
    if (result.kind === 'unchanged') throw unknownAlert();
    if (result.kind === 'for-all') {
      throw new ApiError('conflict', 'This alert is for all schools: clear it at /alerts/<id>');
    }
    if (result.kind !== 'published') throw refusal(result);
    describeChange(response, { summary: `revision ${result.revision}` });
    response.json({ revision: result.revision });
  });

  routes
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
      describeAlert(response, result.alert);
      // Kept for good, and on its way to the schools.
      response.status(202).json({ alert: presentAlert(result.alert) });
    });

  routes.route('/alerts/:alertId').delete(async ({ params }, response) => {
    if (!(await alerts.clearForAll(params.alertId))) throw unknownAlert();
    response.status(202).json({});
  });
}

function describeAlert(response: Response, { id, kind }: RaisedAlert): void {
  describeChange(response, { target: id, summary: kind });
}

function presentAlert({ forAll, ...alert }: RaisedAlert) {
  return { ...alert, forAll: forAll === true };
}

function unknownAlert(): ApiError {
  return new ApiError('not_found', 'There is no such alert');
}
