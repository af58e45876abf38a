import { ApiError } from '../../http/api-error.js';
import type { AdminKeyRecord } from '../../store/records.js';
import { callerOf } from '../access/caller.js';
import type { AdminRoutes } from '../access/guard-routes.js';
import type { AdminOptions } from '../admin-options.js';
import { describeChange } from '../audit/audit-trail.js';
import { pageOf, pageQuerySchema, readQuery } from '../page.js';
import { invalid } from '../refusals.js';
import { createAdminKeys } from './admin-keys.js';
import { presentKey } from './present-key.js';

/** Administrators' keys: making, listing and revoking them (SEC-1, SEC-4). */
export function addKeyRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { clock } = options;
  const keys = createAdminKeys(options);

  routes
    .route('/keys')
    .get(async (request, response) => {
      const { limit, after } = readQuery(pageQuerySchema, request.query);
      const all = await keys.list(callerOf(response));
      const at = all.findIndex(({ id }) => id === after);
      // None is ever removed, so a cursor's own is still there.
      if (after !== undefined && at === -1) {
        throw invalid([{ path: 'after', message: 'must be the next of a page' }]);
      }
      const rest = all.slice(at + 1);
      const { items, ...more } = pageOf(rest, limit, ({ id }) => id);
      response.json({ keys: items.map((key) => presentKey(key, clock.wallMs())), ...more });
    })
    .post(async (request, response) => {
      const result = await keys.create(request.body, callerOf(response));
      if (result.kind === 'invalid') throw invalid(result.violations);
      // The only time that anybody is told the secret (SEC-1).
      const { key, secret } = result;
      describeChange(response, { target: key.id, summary: summaryOf(key) });
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
    describeChange(response, { summary: summaryOf(key) });
    response.json({ key: presentKey(key, clock.wallMs()) });
  });
}

function summaryOf({ name, role, schools }: AdminKeyRecord): string {
  const where = schools === undefined ? 'all schools' : `${schools.length} schools`;
  return `${name}: ${role}, ${where}`;
}
