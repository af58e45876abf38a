import { pipeline } from 'node:stream';
import { type MediaRef, PATHS } from '@hallboard/shared';
import { ApiError } from '../http/api-error.js';
import { errorAnswer } from '../http/error-answer.js';
import type { Logger } from '../logging/logger.js';
import type { MediaFiles } from '../media/media-files.js';
import type { Clock } from '../ports/clock.js';
import type { Call } from './answers.js';
import { readRange } from './byte-range.js';
import { matchesTag } from './entity-tag.js';

/** What a screen that has stopped to read may hold open; the largest file takes less. */
const MAX_SENDING_MS = 1_800_000;

const YEAR_S = 31_536_000;

export interface MediaAnswersOptions {
  readonly media: Pick<MediaFiles, 'find' | 'open'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * HTTP-8: a file of the screen's own school. Whose else it may be makes no difference (P-8). It
 * carries nothing of the moment, as HTTP-4 has it, since a cache may give it again much later.
 *
 * @returns answers a call; what it returns resolves when the answer has begun.
 */
export function createMediaAnswer(options: MediaAnswersOptions): (call: Call) => Promise<void> {
  const { media } = options;
  return async (call) => {
    const { request, response, screen } = call;
    const { schoolId } = screen.record;
    const file = await media.find(schoolId, hashOf(request.url));
    if (file === undefined) throw noSuchFile();
    const tag = `"${file.hash}"`;
    const headers = fileHeaders(call, tag);
    if (matchesTag(request.headers['if-none-match'], tag)) {
      response.writeHead(304, headers).end();
      return;
    }

    const wanted = readRange(rangeHeader(call, tag), file.bytes);
    if (wanted.kind === 'unsatisfiable') {
      answerUnsatisfiable(call, file);
      return;
    }
    const range = wanted.kind === 'part' ? wanted.range : { start: 0, end: file.bytes - 1 };
    headers.push('content-type', file.mimeType, 'x-content-type-options', 'nosniff');
    headers.push('content-length', String(range.end - range.start + 1));
    if (wanted.kind === 'part') {
      headers.push('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
    }
    const status = wanted.kind === 'part' ? 206 : 200;
    if (request.method === 'HEAD') {
      response.writeHead(status, headers).end();
      return;
    }
    const content = await media.open(schoolId, file.hash, range);
    if (content === undefined) throw noSuchFile();
    response.writeHead(status, headers);
    send(content, call, options);
  };
}

/** Sends at the pace at which the screen reads, and lets the file go when either side is gone. */
function send(
  content: NodeJS.ReadableStream,
  { response }: Call,
  options: MediaAnswersOptions,
): void {
  const { clock, logger } = options;
  const cancel = clock.setTimer(MAX_SENDING_MS, () => response.destroy());
  pipeline(content, response, (error) => {
    cancel();
    // That a screen went away is no failure of the file.
    if (!error || error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    logger.warn('A file could not be sent', { reason: error.message });
  });
}

function hashOf(url = ''): string {
  return url.split('?', 1)[0]?.slice(PATHS.media.length) ?? '';
}

function fileHeaders({ cors }: Call, tag: string): string[] {
  return [
    'cache-control',
    `private, max-age=${YEAR_S}, immutable`,
    'etag',
    tag,
    'accept-ranges',
    'bytes',
    // A device that is paired anew may not be given what it fetched for another school (P-8).
    'vary',
    cors.length === 0 ? 'Authorization' : 'Authorization, Origin',
    ...cors,
  ];
}

/** A range counts for GET alone, and only of the file that the player means. */
function rangeHeader({ request }: Call, tag: string): string | undefined {
  const { range, 'if-range': onlyOf } = request.headers;
  if (request.method !== 'GET') return undefined;
  return onlyOf === undefined || onlyOf === tag ? range : undefined;
}

function answerUnsatisfiable({ response, cors }: Call, { bytes }: MediaRef): void {
  const refusal = new ApiError('range_not_satisfiable', `The file has ${bytes} bytes`);
  const { status, headers, body } = errorAnswer(refusal);
  response.writeHead(status, [...headers, 'content-range', `bytes */${bytes}`, ...cors]).end(body);
}

function noSuchFile(): ApiError {
  return new ApiError('not_found', 'There is no such file');
}
