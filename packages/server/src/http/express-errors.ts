import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from '../logging/logger.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { ApiError } from './api-error.js';
import { errorAnswer } from './error-answer.js';
import { requestIdOf } from './request-log.js';
import { toApiError } from './to-api-error.js';

/** What no route answered. */
export const notFound: RequestHandler = (_request, _response, next) => {
  next(new ApiError('not_found', 'There is nothing at this address'));
};

/** @returns refuses every method that the routes before it did not take. */
export function allowOnly(...methods: readonly string[]): RequestHandler {
  const allow = methods.join(', ');
  return (_request, _response, next) => {
    next(new ApiError('method_not_allowed', `Use ${allow}`, { allow }));
  };
}

/** @returns the one place where an error of an Express route becomes an answer (HTTP-5). */
export function createErrorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const refusal = toApiError(fromBodyParser(error));
    if (refusal.code === 'internal') {
      const cause = error instanceof Error ? error : new Error(String(error));
      logger.error('A request failed', { requestId: requestIdOf(response), error: cause });
    } else if (refusal.cause instanceof StoreUnavailableError) {
      const reason = refusal.cause.message;
      logger.warn('The store could not answer', { requestId: requestIdOf(response), reason });
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, headers, body } = errorAnswer(refusal);
    for (let at = 0; at < headers.length; at += 2) {
      response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
    }
    response.writeHead(status).end(body);
  };
}

/** What Express and its parsers throw: an HTTP error whose `type` says which. */
function fromBodyParser(error: unknown): unknown {
  if (!(error instanceof Error) || !('status' in error)) return error;
  const type = 'type' in error ? error.type : undefined;
  switch (type) {
    case 'entity.too.large':
      return new ApiError('too_large', 'The body is too large');
    case 'entity.parse.failed':
      return new ApiError('invalid_request', `The body is not JSON: ${error.message}`);
    case 'request.aborted':
      return new ApiError('invalid_request', 'The body ended too early');
    default:
      return typeof error.status === 'number' && error.status < 500
        ? new ApiError('invalid_request', 'The request cannot be read')
        : error;
  }
}
