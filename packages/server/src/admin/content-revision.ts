import { formatRevision, parseRevision, type Revision } from '@hallboard/shared';
import type { Request, Response } from 'express';
import { ApiError } from '../http/api-error.js';
import type { Store } from '../store/store.js';

/** Publishes that may land while content is read, before the reader is asked to come back. */
const MAX_ATTEMPTS = 5;

/** Content and the revision that it belongs to, read as one. */
export async function readContent(
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

/** A proxy that compresses an answer weakens its tag, or adds how to it; it is the same content. */
const ETAG = /^(?:W\/)?"?([^"]*?)(?:-(?:gzip|br|zstd))?"?$/;

/**
 * Reads `If-Match`: a publish only on top of the revision that it names.
 * @throws ApiError `invalid_request`.
 */
export function readIfMatch({ headers }: Request): { readonly ifMatch?: Revision } {
  const header = headers['if-match'];
  if (header === undefined || header === '*') return {};
  const ifMatch = ETAG.exec(header)?.[1] ?? '';
  if (parseRevision(ifMatch) === undefined) {
    throw new ApiError('invalid_request', 'If-Match must be one revision in quotes, or *');
  }
  return { ifMatch };
}

/** @returns the refusal of a publish on top of a revision that is no longer current. */
export function revisionMismatch(response: Response, current: Revision): ApiError {
  response.setHeader('etag', `"${current}"`);
  return new ApiError('revision_mismatch', `The current revision is ${current}`);
}
