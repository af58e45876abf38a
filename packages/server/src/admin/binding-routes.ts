import { check } from '@hallboard/shared';
import * as v from 'valibot';
import { ApiError } from '../http/api-error.js';
import type { ScreenRecord } from '../store/records.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { presentScreen } from './present.js';
import { invalid } from './refusals.js';

export const multiDeviceSchema = v.strictObject({ multiDevice: v.picklist(['on', 'off']) });
export const approvalSchema = v.strictObject({ school: v.string(), screen: v.string() });

/** Which device shows a screen: unbinding, tokens, and devices that wait to be paired. */
export function addBindingRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { bindings, pairings } = options;
  const path = '/schools/:schoolId/screens/:screenId';

  routes.route(`${path}/unbind`).post(async ({ params }, response) => {
    response.json(changed(await bindings.unbind(params.schoolId, params.screenId)));
  });

  routes.route(`${path}/readmit`).post(async ({ params }, response) => {
    response.json(changed(await bindings.readmit(params.schoolId, params.screenId)));
  });

  routes.route(`${path}/token`).post(async ({ params }, response) => {
    const rotated = await bindings.rotate(params.schoolId, params.screenId);
    // The only time that anybody is told the token (SEC-1).
    response.status(201).json({ ...changed(rotated?.screen), token: rotated?.token });
  });

  routes.route('/schools/:schoolId/flags/multi-device').put(async (request, response) => {
    const checked = check(multiDeviceSchema, request.body);
    if (!checked.ok) throw invalid(checked.violations);
    const { multiDevice } = checked.value;
    if (!(await bindings.setMultiDevice(request.params.schoolId, multiDevice === 'on'))) {
      throw new ApiError('not_found', 'There is no such school');
    }
    describeChange(response, { summary: multiDevice });
    response.json({ multiDevice });
  });

  routes.route('/pairings/:code').post(async (request, response) => {
    const checked = check(approvalSchema, request.body);
    if (!checked.ok) throw invalid(checked.violations);
    const { school, screen } = checked.value;
    const result = await pairings.approve(request.params.code, school, screen);
    if (result.kind === 'unknown-code') {
      throw new ApiError('not_found', 'No device shows this code now');
    }
    if (result.kind === 'unknown-screen') throw noSuchScreen();
    describeChange(response, { target: result.screen.id });
    response.json({ screen: presentScreen(result.screen) });
  });
}

function changed(screen: ScreenRecord | undefined): { screen: ReturnType<typeof presentScreen> } {
  if (screen === undefined) throw noSuchScreen();
  return { screen: presentScreen(screen) };
}

function noSuchScreen(): ApiError {
  return new ApiError('not_found', 'There is no such screen');
}
