import * as v from 'valibot';
import { ApiError } from '../../http/api-error.js';
import { callerOf } from '../access/caller.js';
import type { AdminRoutes } from '../access/guard-routes.js';
import { coversSchool } from '../access/permissions.js';
import type { AdminOptions } from '../admin-options.js';
import { pageOf, pageQuerySchema, readQuery } from '../page.js';
import { presentEntry } from './present-entry.js';

export const auditQuerySchema = v.object({
  ...pageQuerySchema.entries,
  after: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'must be the next of a page'))),
  /** Only this school's. */
  school: v.exactOptional(v.string()),
});

/** Who changed what, the newest first (SEC-1). */
export function addAuditRoutes(routes: AdminRoutes, { store }: AdminOptions): void {
  routes.route('/audit').get(async (request, response) => {
    const { limit, after, school } = readQuery(auditQuerySchema, request.query);
    const caller = callerOf(response);
    if (school !== undefined && !coversSchool(caller, school)) {
      throw new ApiError('not_found', 'There is no such school');
    }
    const schoolIds = school === undefined ? caller.schools : [school];
    const entries = await store.audit({
      ...(schoolIds && { schoolIds }),
      ...(after !== undefined && { before: Number(after) }),
      limit: limit + 1,
    });
    const { items, ...more } = pageOf(entries, limit, ({ seq }) => String(seq));
    response.json({ entries: items.map(presentEntry), ...more });
  });
}
