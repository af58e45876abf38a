import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseRevision } from '@hallboard/shared';
import { decideRealtime } from '../flags/realtime.js';
import { ApiError } from '../http/api-error.js';
import { clientAddress } from '../http/client-address.js';
import { corsHeaders, preflightHeaders } from '../http/cors.js';
import { errorAnswer } from '../http/error-answer.js';
import type { OriginPolicy } from '../http/origin-policy.js';
import { REQUEST_ID } from '../http/request-ids.js';
import { toApiError } from '../http/to-api-error.js';
import type { Logger } from '../logging/logger.js';
import type { MediaFiles } from '../media/media-files.js';
import type { Clock } from '../ports/clock.js';
import type { SchoolIndex } from '../serving/school-index.js';
import type { ScreenAccess } from '../serving/screen-access.js';
import type { ServedScreen } from '../serving/served.js';
import type { DisplayObserver } from './display-observer.js';
import { type DisplayRequest, readDisplayRequest } from './display-request.js';
import { createEndpoints, type Endpoint } from './endpoints.js';
import type { ScreenWitness } from './screen-witness.js';

export interface DisplayApiOptions {
  readonly index: SchoolIndex;
  readonly access: ScreenAccess;
  readonly media: Pick<MediaFiles, 'find' | 'open'>;
  readonly origins: OriginPolicy;
  readonly clock: Clock;
  readonly logger: Logger;
  /** `DISPLAY_WS_ENABLED`. */
  readonly realtimeAllowed: boolean;
  /** How many proxies in front of the server are believed. */
  readonly trustProxy: number;
  readonly nextRequestId: () => string;
  readonly observer: DisplayObserver;
  readonly witness: ScreenWitness;
}

/** The two sides of a request, and what it asks for. */
interface Exchange {
  readonly endpoint: Endpoint;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asked: DisplayRequest;
  /** Monotonic. */
  readonly startedAtMs: number;
}

/**
 * The screens' API. It answers from memory and outside Express, since nearly all of a fleet's
 * requests end in a 304 here.
 */
export class DisplayApi {
  readonly #endpointOf: ReturnType<typeof createEndpoints>;

  constructor(private readonly options: DisplayApiOptions) {
    this.#endpointOf = createEndpoints(options);
  }

  /** @returns whether the request was for this API; if so, it is or will be answered. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const endpoint = this.#endpointOf(request.url);
    if (endpoint === undefined) return false;
    try {
      if (request.method === 'OPTIONS') this.#preflight(request, response);
      else this.#answer(endpoint, request, response);
    } catch (error) {
      this.#refuse(request, response, error);
    }
    return true;
  }

  #preflight(request: IncomingMessage, response: ServerResponse): void {
    const { origin, host } = request.headers;
    response.writeHead(204, preflightHeaders(this.options.origins, origin, host)).end();
  }

  #answer(endpoint: Endpoint, request: IncomingMessage, response: ServerResponse): void {
    if (!endpoint.methods.includes(request.method ?? '')) {
      const allow = endpoint.methods.join(', ');
      throw new ApiError('method_not_allowed', `Use ${allow}`, { allow });
    }
    const { access, clock } = this.options;
    const startedAtMs = clock.monotonicMs();
    const asked = readDisplayRequest(request);
    const exchange = { endpoint, request, response, asked, startedAtMs };
    const screen = access.known(asked.token);
    let answered: void | Promise<void>;
    if (screen !== undefined && access.owns(screen, asked.deviceId) && !isBehind(screen, asked)) {
      this.#limit(exchange, screen);
      answered = this.#respond(exchange, screen);
    } else {
      answered = this.#respondSlowly(exchange);
    }
    answered?.catch((error: unknown) => this.#refuse(request, response, error));
  }

  /** The way of a screen that this node does not know, or that asks for more than it has. */
  async #respondSlowly(exchange: Exchange): Promise<void> {
    const { access, trustProxy } = this.options;
    const { asked, request } = exchange;
    const found = await access.find(asked.token, clientAddress(request, trustProxy));
    this.#limit(exchange, found);
    const screen = await access.claim(found, asked.deviceId);
    // The first request of a new owner counts as its own too (P-4).
    if (!access.owns(found, asked.deviceId)) this.#limit(exchange, screen);
    await this.#respond(
      exchange,
      isBehind(screen, asked) ? await this.#reread(screen, asked) : screen,
    );
  }

  /** Rereads the school once for all who ask; where that fails, what is held has to do (SRV-4). */
  async #reread(screen: ServedScreen, asked: DisplayRequest): Promise<ServedScreen> {
    const { access, index, logger } = this.options;
    const current = (): ServedScreen => access.known(asked.token) ?? screen;
    try {
      await index.catchUp(screen.record.schoolId, () => !isBehind(current(), asked));
    } catch (error) {
      logger.warn('A wanted revision could not be read', { reason: String(error) });
    }
    return current();
  }

  #respond(exchange: Exchange, screen: ServedScreen): void | Promise<void> {
    const { index, origins, clock, realtimeAllowed, witness } = this.options;
    const { endpoint, request, response } = exchange;
    witness.seen(screen);
    const answering = endpoint.answer({
      request,
      response,
      screen,
      realtime: decideRealtime({
        allowed: realtimeAllowed,
        flags: index.flags,
        schoolId: screen.record.schoolId,
        school: screen.schoolRealtime,
      }).realtime,
      nowMs: clock.wallMs(),
      cors: corsHeaders(
        origins,
        request.headers.origin,
        request.headers.host,
        screen.schoolEmbedOrigins,
      ),
    });
    if (answering !== undefined) return answering.then(() => this.#observe(exchange, screen));
    this.#observe(exchange, screen);
  }

  #observe(exchange: Exchange, { record }: ServedScreen): void {
    const { endpoint, response, asked, startedAtMs } = exchange;
    const { observer, clock } = this.options;
    const durationMs = clock.monotonicMs() - startedAtMs;
    observer.answered(endpoint.name, response.statusCode, durationMs, asked.cause, record);
  }

  #limit({ endpoint, asked }: Exchange, screen: ServedScreen): void {
    const { access, clock } = this.options;
    const owner = access.owns(screen, asked.deviceId) ? asked.deviceId : undefined;
    const waitMs = endpoint.limits.take(screen.record.id, owner, clock.monotonicMs());
    if (waitMs === 0) return;
    throw new ApiError('rate_limited', 'Too many requests', { retryAfterMs: waitMs });
  }

  #refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const { origins, logger, nextRequestId, observer } = this.options;
    const refusal = toApiError(error);
    observer.refused(refusal.code);
    const { status, headers, body } = errorAnswer(refusal);
    if (refusal.code === 'internal' && error instanceof Error) {
      const requestId = nextRequestId();
      headers.push(REQUEST_ID, requestId);
      logger.error('A display request failed', { requestId, error });
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    headers.push(...corsHeaders(origins, request.headers.origin, request.headers.host));
    if (refusal.code === 'too_large') headers.push('connection', 'close');
    response.writeHead(status, headers).end(body);
  }
}

/** Whether the player has heard of a revision that this node does not serve yet (HTTP-7). */
function isBehind({ revision }: ServedScreen, { want }: DisplayRequest): boolean {
  if (want === undefined) return false;
  const held = parseRevision(revision);
  return held === undefined || held.epoch !== want.epoch || held.sequence < want.sequence;
}
