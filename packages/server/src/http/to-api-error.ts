import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { ApiError } from './api-error.js';

/** When to come back while the store cannot answer. */
const UNAVAILABLE_RETRY_MS = 5000;

/** @returns what the client is told; never a stack, nor what an unexpected error says (SEC-3). */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof StoreUnavailableError) {
    return new ApiError('unavailable', "The store cannot answer now; the server's log says why", {
      retryAfterMs: UNAVAILABLE_RETRY_MS,
      cause: error,
    });
  }
  return new ApiError('internal', 'Something went wrong on the server', { cause: error });
}
