import type { IncomingHttpHeaders } from 'node:http';
import { HEADERS, PATHS } from '@hallboard/shared';
import express, { type Router } from 'express';
import type { Clock } from '../ports/clock.js';
import { corsHeaders } from './cors.js';
import type { OriginPolicy } from './origin-policy.js';

/** The screen's page, which then shows the self-test over the screen. */
export const SELF_TEST_PAGE = '/screen/self-test';

export interface SelfTestOptions {
  readonly clock: Clock;
  /** How many proxies in front of the server are meant to be there. */
  readonly trustProxy: number;
  /** Whose pages may read the answer besides: those of TVs' apps are files. */
  readonly origins: OriginPolicy;
}

/**
 * What a device's self-test asks: how its requests arrive here, so that it can tell whether something
 * on the way changes them. It says nothing that the device has not sent itself, and needs no token.
 */
export function createSelfTestRouter({ clock, trustProxy, origins }: SelfTestOptions): Router {
  const router = express.Router();
  // The fragment, which may hold the token, survives.
  router.get('/self-test', (_request, response) => response.redirect(301, SELF_TEST_PAGE));
  router.get(PATHS.selfTest, ({ headers }, response) => {
    const cors = corsHeaders(origins, headers.origin, headers.host);
    for (let at = 0; at < cors.length; at += 2)
      response.setHeader(cors[at] ?? '', cors[at + 1] ?? '');
    response.setHeader('vary', 'Origin');
    response.setHeader('cache-control', 'no-store');
    response.setHeader(HEADERS.serverTime, Math.round(clock.wallMs()));
    response.json({
      hallboard: true,
      agent: headers['user-agent'] ?? '',
      encodings: headers['accept-encoding'] ?? '',
      proxies: Math.max(hops(headers['x-forwarded-for']), hops(headers.via)),
      trustedProxies: trustProxy,
      isOwnUntrusted: trustProxy === 0 && isFromReverseProxy(headers),
    });
  });
  return router;
}

/**
 * What a proxy in front of a server tells it. One that stands with the devices, as a filter that
 * inspects TLS does, names them at most.
 */
function isFromReverseProxy(headers: IncomingHttpHeaders): boolean {
  return ['x-forwarded-proto', 'x-forwarded-host', 'x-real-ip'].some((name) => name in headers);
}

/** How many proxies have added themselves to a header. */
function hops(header: string | string[] | undefined): number {
  return header === undefined ? 0 : String(header).split(',').length;
}
