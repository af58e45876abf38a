import type { IncomingMessage, ServerResponse } from 'node:http';
import { refersTo } from '../content/checks/check-media.js';
import { ApiError } from '../http/api-error.js';
import { MAX_REQUEST_MS } from '../http/http-server.js';
import { type ReceiveOutcome, receiveMedia } from '../media/receive-media.js';
import type { AdminRoutes } from './access/guard-routes.js';
import type { AdminOptions } from './admin-options.js';
import { describeChange } from './audit/audit-trail.js';

/** Uploads at once on one node: what is not yet counted as a school's is bounded by that. */
const MAX_UPLOADS = 8;
const UPLOADS_RETRY_MS = 5000;

/** The files that a school's content may refer to (HTTP-8). */
export function addMediaRoutes(routes: AdminRoutes, options: AdminOptions): void {
  const { store, publisher, media, mediaLimits, bodies } = options;
  let uploads = 0;

  async function receive(request: IncomingMessage, schoolId: string): Promise<ReceiveOutcome> {
    if ((await store.school(schoolId)) === undefined) throw noSuchSchool();
    checkEncoding(request);
    if (uploads >= MAX_UPLOADS) throw tooManyUploads();
    uploads += 1;
    bodies.allow(request, MAX_REQUEST_MS);
    try {
      const announcedBytes = Number(request.headers['content-length'] ?? 0);
      return await receiveMedia(media, mediaLimits, schoolId, bodyOf(request), announcedBytes);
    } finally {
      uploads -= 1;
      bodies.allow(request);
    }
  }

  routes
    .route('/schools/:schoolId/media')
    .get(async (request, response) => {
      const { schoolId } = request.params;
      const content = await store.content(schoolId);
      if (content === undefined) throw noSuchSchool();
      const files = await media.list(schoolId);
      response.json({
        files: files.map((file) => ({ ...file, used: refersTo(content, file.hash) })),
      });
    })
    .post(async (request, response) => {
      try {
        const outcome = await receive(request, request.params.schoolId);
        if (outcome.kind !== 'kept') throw refusal(outcome);
        const { hash, mimeType, bytes } = outcome.file;
        describeChange(response, { target: hash, summary: `${mimeType}, ${bytes} bytes` });
        const { file, received, changes } = outcome;
        response.status(outcome.isNew ? 201 : 200).json({ file, received, changes });
      } finally {
        letRestPass(request, response);
      }
    });

  routes.route('/schools/:schoolId/media/:hash').delete(async ({ params }, response) => {
    const { schoolId, hash } = params;
    const result = await publisher.removeMedia(schoolId, hash);
    if (result === 'unknown-file') throw new ApiError('not_found', 'There is no such file');
    if (result === 'in-use') {
      throw new ApiError('conflict', 'The published content refers to this file');
    }
    response.json({ hash });
  });
}

/**
 * Reads what is left of a refused body, and keeps the connection until then, also for who wants it
 * closed: a sender whose connection closes while it sends never sees the answer.
 */
function letRestPass(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  response.shouldKeepAlive = true;
  request.resume();
}

/** @throws ApiError if the file would not be what was sent. */
function checkEncoding({ headers }: IncomingMessage): void {
  const coding = headers['content-encoding'] ?? 'identity';
  if (coding === 'identity') return;
  throw new ApiError('unsupported_media', 'Send the file as it is, without Content-Encoding');
}

/** @throws ApiError if the body ends too early. */
async function* bodyOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    // A destroyed request would take the connection with it, and the answer.
    yield* request.iterator({ destroyOnReturn: false });
  } catch (cause) {
    throw endedTooEarly(cause);
  }
}

function endedTooEarly(cause: unknown): ApiError {
  return new ApiError('invalid_request', 'The body ended too early', { cause });
}

function refusal(outcome: Exclude<ReceiveOutcome, { readonly kind: 'kept' }>): ApiError {
  switch (outcome.kind) {
    case 'empty':
      return new ApiError('invalid_request', 'The file is empty');
    case 'unsupported':
      return new ApiError('unsupported_media', outcome.reason);
    case 'too-large':
      return new ApiError(
        'too_large',
        `The file, ${outcome.mimeType}, has more than ${outcome.limitBytes} bytes`,
      );
    case 'no-room':
      return outcome.where === 'school'
        ? new ApiError('no_room', 'The school has no more room: remove files that are not used')
        : new ApiError('no_room', 'The server has no more room for files');
  }
}

function tooManyUploads(): ApiError {
  return new ApiError('unavailable', 'Too many uploads at once', {
    retryAfterMs: UPLOADS_RETRY_MS,
  });
}

function noSuchSchool(): ApiError {
  return new ApiError('not_found', 'There is no such school');
}
