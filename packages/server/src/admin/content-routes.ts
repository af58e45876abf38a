import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { isPermitted } from './access/permissions.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { readContent, readIfMatch, revisionMismatch } from './content-revision.js';
import { assertOnlyNotices } from './only-notices.js';
import { refusal } from './refusals.js';

/** A school's content: what a publish is made from. */
export function addContentRoutes(routes: AdminRoutes, { store, publisher }: AdminOptions): void {
  routes
    .route('/schools/:schoolId/content')
    .get(async (request, response) => {
      const { content, revision } = await readContent(store, request.params.schoolId);
      response.setHeader('etag', `"${revision}"`);
      response.setHeader('cache-control', 'private, no-cache');
      response.type('application/json').send(content);
    })
    .put(async (request, response) => {
      const { schoolId } = request.params;
      let options = readIfMatch(request);
      if (!isPermitted(callerOf(response), 'content:publish')) {
        const base = await readContent(store, schoolId);
        assertOnlyNotices(JSON.parse(base.content), request.body);
        // What it was judged by is what it replaces.
        options = { ifMatch: base.revision, ...options };
      }
      const result = await publisher.publish(schoolId, request.body, options);
      if (result.kind === 'revision-mismatch') throw revisionMismatch(response, result.current);
      if (result.kind !== 'published') throw refusal(result, 'invalid_content');
      describeChange(response, { summary: `revision ${result.revision}` });
      response.setHeader('etag', `"${result.revision}"`);
      response.json({ revision: result.revision });
    });
}
