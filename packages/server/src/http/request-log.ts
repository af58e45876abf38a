import type { RequestHandler, Response } from 'express';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import { REQUEST_ID } from './request-ids.js';

/** The id under which the log speaks of a request; the client is told it too (OBS-2). */
export function requestIdOf(response: Response): string {
  return String(response.getHeader(REQUEST_ID) ?? '');
}

/** @returns gives every request an id. */
export function createRequestIdHandler(nextRequestId: () => string): RequestHandler {
  return (_request, response, next) => {
    response.setHeader(REQUEST_ID, nextRequestId());
    next();
  };
}

/**
 * @returns logs each request when it has been answered, by its route's pattern: an address may hold
 * anything, a pattern holds no secret (OBS-2).
 */
export function createRequestLog(logger: Logger, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const startedAtMs = clock.monotonicMs();
    // Express takes it back when a handler fails.
    const { baseUrl } = request;
    response.on('finish', () => {
      const route: unknown = request.route?.path;
      logger.info('Request answered', {
        requestId: requestIdOf(response),
        method: request.method,
        route: typeof route === 'string' ? `${baseUrl}${route}` : '(none)',
        status: response.statusCode,
        durationMs: Math.round(clock.monotonicMs() - startedAtMs),
      });
    });
    next();
  };
}
