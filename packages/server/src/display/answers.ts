import type { IncomingMessage, ServerResponse } from 'node:http';
import { HEADERS } from '@hallboard/shared';
import { ApiError } from '../http/api-error.js';
import type { FlatHeaders } from '../http/cors.js';
import type { ServedScreen } from '../serving/served.js';
import { matchesTag } from './entity-tag.js';
import { negotiateEncoding } from './negotiate-encoding.js';

/** A request that is allowed, and what its answer is made of. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly screen: ServedScreen;
  readonly realtime: 'on' | 'off';
  /** Wall clock. */
  readonly nowMs: number;
  /** What lets a page of another origin read the answer. */
  readonly cors: FlatHeaders;
}

/** When to come back for a body that the next sweep brings. */
const BODY_RETRY_MS = 5000;

/** HTTP-1: the stored body of the screen's view, or 304 where the player holds it. */
export function answerSnapshot(call: Call): void {
  const { body, infoHeader } = call.screen;
  if (body === undefined) {
    throw new ApiError('unavailable', 'This node has no body for the screen yet', {
      retryAfterMs: BODY_RETRY_MS,
    });
  }
  const headers = answerHeaders(call);
  headers.push('etag', body.etag, HEADERS.screen, infoHeader);
  if (matchesTag(call.request.headers['if-none-match'], body.etag)) {
    call.response.writeHead(304, headers).end();
    return;
  }
  const encoding = negotiateEncoding(call.request.headers['accept-encoding']);
  if (encoding !== 'identity') headers.push('content-encoding', encoding);
  const forms = { br: body.brotli, gzip: body.gzip, identity: body.json };
  sendJson(call.response, headers, forms[encoding]);
}

/** HTTP-2: whether what the player holds is current. */
export function answerStatus(call: Call): void {
  const { revision, statusTag, record } = call.screen;
  const headers = answerHeaders(call);
  headers.push('etag', statusTag);
  if (matchesTag(call.request.headers['if-none-match'], statusTag)) {
    call.response.writeHead(304, headers).end();
    return;
  }
  sendJson(call.response, headers, Buffer.from(JSON.stringify({ revision, screen: record.info })));
}

/** HTTP-4: what every authenticated answer carries. */
export function answerHeaders(call: Call): string[] {
  return [
    'cache-control',
    'private, no-cache',
    'vary',
    call.cors.length === 0
      ? 'Authorization, Accept-Encoding'
      : 'Authorization, Accept-Encoding, Origin',
    HEADERS.serverTime,
    String(call.nowMs),
    HEADERS.revision,
    call.screen.revision,
    HEADERS.realtime,
    call.realtime,
    ...call.cors,
  ];
}

function sendJson(response: ServerResponse, headers: string[], body: Buffer): void {
  headers.push(
    'content-type',
    'application/json; charset=utf-8',
    'content-length',
    String(body.length),
    'x-content-type-options',
    'nosniff',
  );
  response.writeHead(200, headers).end(body);
}
