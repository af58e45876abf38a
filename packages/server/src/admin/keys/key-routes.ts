import { ApiError } from '../../http/api-error.js';
import { callerOf } from '../access/caller.js';
import type { AdminRoutes } from '../access/guard-routes.js';
import type { AdminOptions } from '../admin-options.js';
import { invalid } from '../refusals.js';
import { createAdminKeys } from './admin-keys.js';
import { presentKey } from './present-key.js';

/** Administrators' keys: making, listing and revoking them (SEC-1, SEC-4). */
export function addKeyRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { clock } = options;
  const keys = createAdminKeys(options);

  routes
    .route('/keys')
    .get(async (_request, response) => {
      const listed = await keys.list(callerOf(response));
      response.json({ keys: listed.map((key) => presentKey(key, clock.wallMs())) });
    })
    .post(async (request, response) => {
      const result = await keys.create(request.body, callerOf(response));
      if (result.kind === 'invalid') throw invalid(result.violations);
      // The only time that anybody is told the secret (SEC-1).
      const { key, secret } = result;
      response.status(201).json({ key: presentKey(key, clock.wallMs()), secret });
    });

  routes.route('/keys/:keyId').delete(async ({ params }, response) => {
    const { kind, key } = await keys.revoke(params.keyId, callerOf(response));
    if (kind === 'last-owner') {
      throw new ApiError(
        'conflict',
        'The last key that owns everything for good cannot be revoked',
      );
    }
    if (key === undefined) throw new ApiError('not_found', 'There is no such key');
    response.json({ key: presentKey(key, clock.wallMs()) });
  });
}
