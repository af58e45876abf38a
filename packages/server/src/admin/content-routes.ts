import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { isPermitted } from './access/permissions.js';
import type { AdminOptions } from './admin-options.js';
import { readContent } from './content-revision.js';
import { assertOnlyNotices } from './only-notices.js';
import { publishPart } from './publish-part.js';

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
      const mayChangeAll = isPermitted(callerOf(response), 'content:publish');
      const part = { what: 'content', missing: 'content' };
      const published = await publishPart(publisher, request, response, part, (before) => {
        // Nothing at all is no content, rather than no change.
        const content: unknown = request.body ?? null;
        if (!mayChangeAll) assertOnlyNotices(before, content);
        return content;
      });
      response.json(published);
    });
}
