import { formatRevision, parseRevision, type Revision } from '@hallboard/shared';
import { ApiError } from '../http/api-error.js';
import type { Store } from '../store/store.js';
import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { isPermitted } from './access/permissions.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';
import { assertOnlyNotices } from './only-notices.js';
import { refusal } from './refusals.js';

/** Publishes that may land while content is read, before the reader is asked to come back. */
const MAX_ATTEMPTS = 5;

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
      let ifMatch = readIfMatch(request.headers['if-match']);
      if (!isPermitted(callerOf(response), 'content:publish')) {
        const base = await readContent(store, schoolId);
        assertOnlyNotices(JSON.parse(base.content), request.body);
        // What it was judged by is what it replaces.
        ifMatch ??= base.revision;
      }
      const options = ifMatch === undefined ? {} : { ifMatch };
      const result = await publisher.publish(schoolId, request.body, options);
      if (result.kind === 'revision-mismatch') {
        response.setHeader('etag', `"${result.current}"`);
        throw new ApiError('revision_mismatch', `The current revision is ${result.current}`);
      }
      if (result.kind !== 'published') throw refusal(result, 'invalid_content');
      describeChange(response, { summary: `revision ${result.revision}` });
      response.setHeader('etag', `"${result.revision}"`);
      response.json({ revision: result.revision });
    });
}

/** Content and the revision that it belongs to, read as one. */
async function readContent(
  store: Store,
  schoolId: string,
): Promise<{ readonly content: string; readonly revision: Revision }> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const before = await store.school(schoolId);
    const content = await store.content(schoolId);
    const after = await store.school(schoolId);
    if (before === undefined || content === undefined) {
      throw new ApiError('not_found', 'There is no such school');
    }
    if (before.sequence === after?.sequence) {
      return { content, revision: formatRevision(await store.epoch(), before.sequence) };
    }
  }
  throw new ApiError('unavailable', 'The content is changing', { retryAfterMs: 1000 });
}

function readIfMatch(header: string | undefined): Revision | undefined {
  if (header === undefined || header === '*') return undefined;
  const revision = /^"?([^"]*)"?$/.exec(header)?.[1] ?? '';
  if (parseRevision(revision) === undefined) {
    throw new ApiError('invalid_request', 'If-Match must be one revision in quotes, or *');
  }
  return revision;
}
