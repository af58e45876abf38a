import { check } from '@hallboard/shared';
import type { RequestHandler } from 'express';
import * as v from 'valibot';
import type { Author } from '../flags/author.js';
import { formatPercentage } from '../flags/format-percentage.js';
import { RolloutRefusedError } from '../flags/rollout/apply-rollout.js';
import { presentRollout } from '../flags/rollout/present-rollout.js';
import { ApiError } from '../http/api-error.js';
import type { FlagsRecord } from '../store/flag-records.js';
import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { invalid } from './refusals.js';

export const reasonSchema = v.object({
  why: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))),
});

/** The rollout of realtime over the schools (FLAG-3). */
export function addRolloutRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, clock, rollouts } = options;

  async function present(flags: FlagsRecord) {
    const schools = await rollouts.reach(flags.percentage);
    return presentRollout(flags, schools, await store.observations(), clock.wallMs());
  }

  function step(take: (author: Author) => Promise<FlagsRecord>): RequestHandler {
    return async (request, response) => {
      const checked = check(reasonSchema, request.body ?? {});
      if (!checked.ok) throw invalid(checked.violations);
      const author = { by: callerOf(response).name, ...checked.value };
      const flags = await take(author).catch((error: unknown) => {
        throw asApiError(error);
      });
      describeChange(response, { summary: formatPercentage(flags.percentage) });
      response.json(await present(flags));
    };
  }

  routes.route('/rollout').get(async (_request, response) => {
    response.json(await present(await store.flags()));
  });

  routes.route('/rollout/start').post(step((author) => rollouts.start(author)));
  routes.route('/rollout/advance').post(step((author) => rollouts.advance(author)));
  routes.route('/rollout/halt').post(step((author) => rollouts.halt(author)));
}

function asApiError(error: unknown): unknown {
  if (!(error instanceof RolloutRefusedError)) return error;
  return new ApiError('conflict', error.message, { cause: error });
}
