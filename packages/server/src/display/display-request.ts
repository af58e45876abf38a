import type { IncomingMessage } from 'node:http';
import {
  CAUSE_PARAMETER,
  HEADERS,
  parseRevision,
  SCHEMA_MAJOR,
  WANT_PARAMETER,
} from '@hallboard/shared';
import { ApiError } from '../http/api-error.js';
import { readBearer } from '../http/read-bearer.js';
import { isDeviceId } from '../serving/device-id.js';
import type { SnapshotCause } from './display-observer.js';

/** Who asks, and for what: read from the headers of a request to the display API (HTTP-3). */
export interface DisplayRequest {
  readonly token: string;
  readonly deviceId: string;
  /** The revision that the player has heard of (HTTP-7). */
  readonly want: { readonly epoch: string; readonly sequence: number } | undefined;
  readonly cause: SnapshotCause;
}

/**
 * @throws ApiError `token_required`, `device_required`, `upgrade_required` or `invalid_request`.
 */
export function readDisplayRequest(request: IncomingMessage): DisplayRequest {
  const { headers, url } = request;
  const token = readBearer(headers.authorization);
  if (token === undefined) {
    throw new ApiError('token_required', 'Send the screen token as Authorization: Bearer <token>');
  }
  const deviceId = headers[HEADERS.device];
  if (typeof deviceId !== 'string' || !isDeviceId(deviceId)) {
    throw new ApiError(
      'device_required',
      'Send the device id as X-Display-Device: 1 to 128 visible ASCII characters',
    );
  }
  checkSchema(headers[HEADERS.schema]);
  return { token, deviceId, ...readWant(url) };
}

/** Players that say nothing are taken to understand the current major (SNAP-7). */
function checkSchema(header: string | string[] | undefined): void {
  if (header === undefined) return;
  if (typeof header !== 'string' || !/^\d{1,6}$/.test(header)) {
    throw new ApiError('invalid_request', 'X-Display-Schema must be a whole number');
  }
  if (Number(header) < SCHEMA_MAJOR) {
    throw new ApiError(
      'upgrade_required',
      `Snapshots are of schema ${SCHEMA_MAJOR} now; this player understands ${Number(header)}`,
    );
  }
}

/** A player that knows of nothing newer asks for the status, but at its start. */
function readWant(url: string | undefined): Pick<DisplayRequest, 'want' | 'cause'> {
  const nothing = { want: undefined, cause: 'start' } as const;
  const query = url?.indexOf('?') ?? -1;
  if (query === -1) return nothing;
  const parameters = new URLSearchParams(url?.slice(query));
  const text = parameters.get(WANT_PARAMETER);
  if (text === null) return nothing;
  const want = parseRevision(text);
  if (want === undefined) {
    throw new ApiError('invalid_request', `${WANT_PARAMETER} must be a revision`);
  }
  return { want, cause: parameters.get(CAUSE_PARAMETER) === 'poll' ? 'poll' : 'announcement' };
}
