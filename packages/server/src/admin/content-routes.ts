import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { isPermitted } from './access/permissions.js';
import type { AdminOptions } from './admin-options.js';
import { changedParts } from './changed-parts.js';
import { readContent } from './content-revision.js';
import { assertOnlyOfficeParts } from './office-parts.js';
import { publishPart } from './publish-part.js';

/** More are not told apart: it is another content. */
const MAX_PARTS = 4;

/** @returns what a publish of all content changed, for the history: `content: cover, holidays`. */
function describeParts(changed: readonly string[]): string {
  const isFew = changed.length > 0 && changed.length <= MAX_PARTS;
  return isFew ? `content: ${changed.join(', ')}` : 'content';
}

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
      const published = await publishPart(publisher, request, response, part, (before, author) => {
        // Nothing at all is no content, rather than no change.
        const content: unknown = request.body ?? null;
        const changed = changedParts(before, content);
        if (!mayChangeAll) assertOnlyOfficeParts(changed);
        author.what = describeParts(changed);
        return content;
      });
      response.json(published);
    });
}
