import { ApiError } from '../http/api-error.js';

/**
 * @returns the version of the flags that a change is meant for; `undefined` for any.
 * @throws ApiError `invalid_request`.
 */
export function readIfMatchVersion(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  // As a proxy passes it on that compresses: the flags are the same.
  const digits = /^(?:W\/)?"(\d{1,15})(?:-(?:gzip|br|zstd))?"$/.exec(header)?.[1];
  if (digits === undefined) {
    throw new ApiError('invalid_request', 'If-Match must be one version in quotes, or *');
  }
  return Number(digits);
}
