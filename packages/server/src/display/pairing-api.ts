import type { IncomingMessage, ServerResponse } from 'node:http';
import { PATHS, type Pairing } from '@hallboard/shared';
import { ApiError } from '../http/api-error.js';
import { clientAddress } from '../http/client-address.js';
import { corsHeaders, preflightHeaders } from '../http/cors.js';
import { errorAnswer } from '../http/error-answer.js';
import { KeyedBuckets } from '../http/keyed-buckets.js';
import type { OriginPolicy } from '../http/origin-policy.js';
import { ownOrigin } from '../http/own-origin.js';
import { PAIR_PAGE } from '../http/pair-page.js';
import { readBearer } from '../http/read-bearer.js';
import { REQUEST_ID } from '../http/request-ids.js';
import { toApiError } from '../http/to-api-error.js';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import type { Pairings, WaitingPairing } from '../screens/pairings.js';
import { pairingQr } from './pairing-qr.js';

/** Codes that one client address may ask for: a school's TVs at once, then six a minute (BIND-5). */
const OPENINGS = { perSecond: 0.1, burst: 60 };
/** Secrets that nobody knows, of one client address: as with tokens (HTTP-6). */
const UNKNOWN_SECRETS = { perSecond: 20 / 60, burst: 20 };
/** Looks of one device. */
const LOOKS = { perSecond: 1, burst: 4 };
const MAX_KEYS = 10_000;

/** 256 bits at least, in base64url or in hexadecimal. */
const SECRET = /^[\w-]{43,128}$/;

const METHODS = ['GET', 'POST'];

export interface PairingApiOptions {
  readonly pairings: Pairings;
  readonly origins: OriginPolicy;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How many proxies in front of the server are believed. */
  readonly trustProxy: number;
  readonly nextRequestId: () => string;
  readonly publicUrl: string | undefined;
}

/** Where a device without a screen shows up and waits for one (BIND-5). */
export class PairingApi {
  readonly #openings = new KeyedBuckets(OPENINGS, MAX_KEYS);
  readonly #unknown = new KeyedBuckets(UNKNOWN_SECRETS, MAX_KEYS);
  readonly #looks = new KeyedBuckets(LOOKS, MAX_KEYS);

  constructor(private readonly options: PairingApiOptions) {}

  /** @returns whether the request was for this API; if so, it will be answered. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.url?.split('?')[0] !== PATHS.pairings) return false;
    void this.#answer(request, response);
    return true;
  }

  /** Never rejects. */
  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origins, logger, nextRequestId } = this.options;
    const { origin, host } = request.headers;
    if (request.method === 'OPTIONS') {
      response.writeHead(204, preflightHeaders(origins, origin, host)).end();
      return;
    }
    const cors = corsHeaders(origins, origin, host);
    try {
      const pairing = await this.#respond(request);
      const body = Buffer.from(JSON.stringify(pairing));
      const headers = ['content-type', 'application/json; charset=utf-8', 'vary', 'Origin'];
      headers.push('cache-control', 'no-store', 'content-length', String(body.length));
      response.writeHead(request.method === 'POST' ? 201 : 200, [...headers, ...cors]).end(body);
    } catch (error) {
      const refusal = toApiError(error);
      const { status, headers, body } = errorAnswer(refusal);
      if (refusal.code === 'internal' && error instanceof Error) {
        const requestId = nextRequestId();
        headers.push(REQUEST_ID, requestId);
        logger.error('A pairing request failed', { requestId, error });
      }
      response.writeHead(status, [...headers, ...cors]).end(body);
    }
  }

  async #respond(request: IncomingMessage): Promise<Pairing> {
    const { pairings, trustProxy } = this.options;
    const { method = '', headers } = request;
    if (!METHODS.includes(method)) {
      const allow = METHODS.join(', ');
      throw new ApiError('method_not_allowed', `Use ${allow}`, { allow });
    }
    const secret = readBearer(headers.authorization);
    if (secret === undefined || !SECRET.test(secret)) {
      throw new ApiError(
        'token_required',
        "Send the device's own secret, 256 bits in base64url or hexadecimal, as Authorization: Bearer <secret>",
      );
    }
    const address = clientAddress(request, trustProxy);
    if (method === 'POST') {
      this.#take(this.#openings, address);
      const opened = await pairings.open(secret);
      if (opened.kind === 'waiting') {
        // In the fragment: the code is no secret, but no log needs it either.
        const page = `${ownOrigin(request, this.options)}${PAIR_PAGE}#${opened.code}`;
        return { ...toAnswer(opened), qr: pairingQr(page) };
      }
      throw new ApiError('conflict', 'This secret has been used');
    }
    this.#take(this.#looks, secret);
    const state = await pairings.look(secret);
    if (state.kind === 'waiting') return toAnswer(state);
    if (state.kind === 'approved') return { state: 'approved', token: state.token };
    this.#take(this.#unknown, address);
    throw new ApiError('not_found', 'Nobody waits with this secret: ask for another code');
  }

  #take(buckets: KeyedBuckets, key: string): void {
    const waitMs = buckets.take(key, this.options.clock.monotonicMs());
    if (waitMs === 0) return;
    throw new ApiError('rate_limited', 'Too many requests', { retryAfterMs: waitMs });
  }
}

function toAnswer({ code, expiresAtMs }: WaitingPairing): Extract<Pairing, { state: 'waiting' }> {
  return { state: 'waiting', code, expiresAt: expiresAtMs };
}
