import { HEADERS } from '@hallboard/shared';
import type { OriginPolicy } from './origin-policy.js';

const ALLOWED_HEADERS = `authorization, content-type, if-none-match, range, ${HEADERS.device}, ${HEADERS.schema}`;
const EXPOSED_HEADERS = [
  HEADERS.serverTime,
  HEADERS.revision,
  HEADERS.realtime,
  HEADERS.screen,
  'age',
  'etag',
  'content-range',
  'retry-after',
].join(', ');

/** How long a browser may remember a preflight; the most that Chromium takes. */
const PREFLIGHT_MAX_AGE_S = 7200;

/** Header names and values in turn, as `writeHead` takes them. */
export type FlatHeaders = string[];

/** Shared by all requests that no browser's page of another origin made: nearly all. */
const NO_HEADERS: FlatHeaders = [];

/**
 * @param school see `OriginPolicy`.
 * @returns what lets the page of `origin` read the answer; nothing if it may not.
 */
export function corsHeaders(
  policy: OriginPolicy,
  origin: string | undefined,
  host: string | undefined,
  school?: readonly string[],
): FlatHeaders {
  if (origin === undefined || !policy.allows(origin, host, school)) return NO_HEADERS;
  return [
    'access-control-allow-origin',
    origin,
    'access-control-expose-headers',
    EXPOSED_HEADERS,
    'cross-origin-resource-policy',
    'cross-origin',
  ];
}

/** @returns what answers a preflight, which carries no token (SEC-2). */
export function preflightHeaders(
  policy: OriginPolicy,
  origin: string | undefined,
  host: string | undefined,
): FlatHeaders {
  const headers = corsHeaders(policy, origin, host);
  if (headers.length === 0) return [];
  return [
    ...headers,
    'access-control-allow-methods',
    'GET, POST',
    'access-control-allow-headers',
    ALLOWED_HEADERS,
    'access-control-max-age',
    String(PREFLIGHT_MAX_AGE_S),
    'vary',
    'Origin',
  ];
}
