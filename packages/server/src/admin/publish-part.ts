import type { Request, Response } from 'express';
import type { PublishResult, Unchanged, UnknownRevision } from '../content/publish-results.js';
import type { Publisher } from '../content/publisher.js';
import type { SchoolContentInput } from '../content/schema/content-schema.js';
import { ApiError } from '../http/api-error.js';
import { callerOf } from './access/caller.js';
import { describeChange } from './audit/audit-trail.js';
import { readIfMatch, revisionMismatch } from './content-revision.js';
import { refusal } from './refusals.js';

/** What of the content a request changes. */
export interface Part {
  /** For the history, in a few words: `cover of 2026-11-24`. */
  readonly what: string;
  /** For the audit log. Absent: what the address names. */
  readonly target?: string;
  /** What is not there if there is nothing to change: `such announcement`. */
  readonly missing: string;
}

/**
 * Changes a part of a school's content, as a publish on top of whatever is newest: two that change
 * different things both succeed. With `If-Match`, only on top of the revision that it names.
 * @param change as for `Publisher.changeContent`; it may say better what it changes than `part` could.
 * @throws ApiError for whatever was not published.
 */
export async function publishPart(
  publisher: Publisher,
  request: Request<{ schoolId: string }>,
  response: Response,
  part: Part,
  change: (content: SchoolContentInput, author: { what: string }) => unknown,
): Promise<{ readonly revision: string }> {
  const options = publishOptions(request, response, part.what);
  const result = await publisher.changeContent(
    request.params.schoolId,
    (content) => change(content, options.author),
    options,
  );
  return answerPublished(response, result, part);
}

/** Who publishes what, and on top of which revision. */
export function publishOptions(
  request: Request<{ schoolId: string }>,
  response: Response,
  what: string,
) {
  return { ...readIfMatch(request), author: { by: callerOf(response).name, what } };
}

/** @throws ApiError for whatever was not published. */
export function answerPublished(
  response: Response,
  result: PublishResult | Unchanged | UnknownRevision,
  { target, missing }: Omit<Part, 'what'>,
): { readonly revision: string } {
  switch (result.kind) {
    case 'published': {
      const { revision } = result;
      describeChange(response, { ...(target && { target }), summary: `revision ${revision}` });
      response.setHeader('etag', `"${revision}"`);
      return { revision };
    }
    case 'unchanged':
    case 'unknown-revision':
      throw new ApiError('not_found', `There is no ${missing}`);
    case 'revision-mismatch':
      throw revisionMismatch(response, result.current);
    case 'invalid':
    case 'too-large':
    case 'unknown-school':
      throw refusal(result, 'invalid_content');
  }
}
