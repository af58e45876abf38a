import type { Router } from 'express';
import { allowOnly } from '../http/express-errors.js';
import type { AdminOptions } from './admin-options.js';
import { readContent, readIfMatch, revisionMismatch } from './content-revision.js';
import { refusal } from './refusals.js';

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
      const options = readIfMatch(request);
      const result = await publisher.publish(request.params.schoolId, request.body, options);
      if (result.kind === 'revision-mismatch') throw revisionMismatch(response, result.current);
      if (result.kind !== 'published') throw refusal(result, 'invalid_content');
      response.setHeader('etag', `"${result.revision}"`);
      response.json({ revision: result.revision });
    })
    .all(allowOnly('GET', 'PUT'));
}
