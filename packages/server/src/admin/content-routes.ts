import { formatRevision, parseRevision, type Revision } from '@hallboard/shared';
import type { Router } from 'express';
import { ApiError } from '../http/api-error.js';
import { allowOnly } from '../http/express-errors.js';
import type { Store } from '../store/store.js';
import type { AdminOptions } from './admin-options.js';
import { refusal } from './refusals.js';

/** Publishes that may land while content is read, before the reader is asked to come back. */
const MAX_ATTEMPTS = 5;

/** A school's content: what a publish is made from. */
export function addContentRoutes(router: Router, { store, publisher }: AdminOptions): void {
  router
    .route('/schools/:schoolId/content')
    .get(async (request, response) => {
      const { content, revision } = await readContent(store, request.params.schoolId);
      response.setHeader('etag', `"${revision}"`);
      response.setHeader('cache-control', 'private, no-cache');
      response.type('application/json').send(content);
    })
    .put(async (request, response) => {
      const ifMatch = readIfMatch(request.headers['if-match']);
      const options = ifMatch === undefined ? {} : { ifMatch };
      const result = await publisher.publish(request.params.schoolId, request.body, options);
      if (result.kind === 'revision-mismatch') {
        response.setHeader('etag', `"${result.current}"`);
        throw new ApiError('revision_mismatch', `The current revision is ${result.current}`);
      }
      if (result.kind !== 'published') throw refusal(result, 'invalid_content');
      response.setHeader('etag', `"${result.revision}"`);
      response.json({ revision: result.revision });
    })
    .all(allowOnly('GET', 'PUT'));
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
