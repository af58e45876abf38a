import {
  CAUSE_PARAMETER,
  formatStatusTag,
  HEADERS,
  PATHS,
  SCHEMA_MAJOR,
  WANT_PARAMETER,
} from '@hallboard/shared';
import type { SourceRequest } from '../ports/snapshot-source.js';
import type { HttpRequest } from './http-transport.js';

/**
 * A refresh step as a request of the display API (HTTP-1 to HTTP-3, HTTP-7).
 * @param serverUrl an origin, without a slash at its end.
 */
export function buildRequest(serverUrl: string, request: SourceRequest): HttpRequest {
  const headers: Record<string, string> = {
    authorization: `Bearer ${request.credentials.token}`,
    [HEADERS.device]: request.credentials.deviceId,
    [HEADERS.schema]: String(SCHEMA_MAJOR),
  };
  switch (request.kind) {
    case 'status':
      headers['if-none-match'] = formatStatusTag(request.revision, request.screenVersion);
      return { url: `${serverUrl}${PATHS.status}`, headers };
    case 'snapshot': {
      if (request.etag) headers['if-none-match'] = request.etag;
      const want = request.want === undefined ? '' : `?${WANT_PARAMETER}=${request.want}`;
      const cause = want === '' || !request.cause ? '' : `&${CAUSE_PARAMETER}=${request.cause}`;
      return { url: `${serverUrl}${PATHS.snapshot}${want}${cause}`, headers };
    }
  }
}
