import { ApiError } from '../http/api-error.js';

/**
 * @returns the version of the flags that a change is meant for; `undefined` for any.
 * @throws ApiError `invalid_request`.
 */
export function readIfMatchVersion(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const digits = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (digits === undefined) {
    throw new ApiError('invalid_request', 'If-Match must be one version in quotes, or *');
  }
  return Number(digits);
}
