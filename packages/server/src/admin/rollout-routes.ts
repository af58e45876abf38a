import { check } from '@hallboard/shared';
import type { RequestHandler, Router } from 'express';
import * as v from 'valibot';
import type { Author } from '../flags/author.js';
import { RolloutRefusedError } from '../flags/rollout/apply-rollout.js';
import { presentRollout } from '../flags/rollout/present-rollout.js';
import { ApiError } from '../http/api-error.js';
import { allowOnly } from '../http/express-errors.js';
import type { FlagsRecord } from '../store/flag-records.js';
import type { AdminOptions } from './admin-options.js';
import { administratorOf } from './administrator.js';
import { invalid } from './refusals.js';

const reasonSchema = v.object({
  why: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))),
});

/** The rollout of realtime over the schools (FLAG-3). */
export function addRolloutRoutes(router: Router, options: AdminOptions): void {
  const { store, clock, rollouts } = options;

  async function present(flags: FlagsRecord) {
    const schools = await rollouts.reach(flags.percentage);
    return presentRollout(flags, schools, await store.observations(), clock.wallMs());
  }

  function step(take: (author: Author) => Promise<FlagsRecord>): RequestHandler {
    return async (request, response) => {
      const checked = check(reasonSchema, request.body ?? {});
      if (!checked.ok) throw invalid(checked.violations);
      const author = { by: administratorOf(response), ...checked.value };
      const flags = await take(author).catch((error: unknown) => {
        throw asApiError(error);
      });
      response.json(await present(flags));
    };
  }

  router
    .route('/rollout')
    .get(async (_request, response) => {
      response.json(await present(await store.flags()));
    })
    .all(allowOnly('GET'));

  router
    .route('/rollout/start')
    .post(step((author) => rollouts.start(author)))
    .all(allowOnly('POST'));
  router
    .route('/rollout/advance')
    .post(step((author) => rollouts.advance(author)))
    .all(allowOnly('POST'));
  router
    .route('/rollout/halt')
    .post(step((author) => rollouts.halt(author)))
    .all(allowOnly('POST'));
}

function asApiError(error: unknown): unknown {
  if (!(error instanceof RolloutRefusedError)) return error;
  return new ApiError('conflict', error.message, { cause: error });
}
