import { ERROR_STATUS, type ErrorBody } from '@hallboard/shared';
import type { ApiError } from './api-error.js';

/** An error as it is sent: the same for the plain handlers and for Express (HTTP-5). */
export interface ErrorAnswer {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: Buffer;
}

/** @returns the answer that `error` becomes. The same error gives the same bytes. */
export function errorAnswer(error: ApiError): ErrorAnswer {
  const { code, message, violations, retryAfterMs, allow } = error;
  const content: ErrorBody =
    violations === undefined
      ? { error: code, message }
      : { error: code, message, violations: violations.map((violation) => ({ ...violation })) };
  const body = Buffer.from(JSON.stringify(content));
  const headers = [
    'content-type',
    'application/json; charset=utf-8',
    'content-length',
    String(body.length),
    'cache-control',
    'no-store',
    'x-content-type-options',
    'nosniff',
  ];
  if (retryAfterMs !== undefined) {
    headers.push('retry-after', String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
  }
  if (allow !== undefined) headers.push('allow', allow);
  if (code === 'token_required') headers.push('www-authenticate', 'Bearer');
  return { status: ERROR_STATUS[code], headers, body };
}
