import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

export interface SecurityHeadersOptions {
  readonly publicUrl: string | undefined;
  /** Origins, or `none` or `self` alone. */
  readonly frameAncestors: readonly string[];
  readonly hsts: boolean;
}

const HALF_A_YEAR_S = 15_552_000;

/** A host and port that may be written into the policy. */
const HOST = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * SEC-2: everything comes from the server itself, and nothing inline. `upgrade-insecure-requests`
 * is left out because it blanks screens on plain http.
 */
export function securityHeaders(options: SecurityHeadersOptions): RequestHandler {
  const { publicUrl, frameAncestors, hsts } = options;
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  const framed = frameAncestors.map((origin) => (/^\w+$/.test(origin) ? `'${origin}'` : origin));
  const none = frameAncestors.length === 0 || frameAncestors.includes('none');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", (request) => socketSources(request, publicHost)],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: none ? ["'none'"] : framed,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: hsts ? { maxAge: HALF_A_YEAR_S, includeSubDomains: false } : false,
    // Older than `frame-ancestors`, and it knows no list of origins.
    xFrameOptions: none ? { action: 'deny' } : false,
    // On plain http these two do nothing but fill the console with warnings.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}

export function isHost(text: string): boolean {
  return HOST.test(text);
}

/** In engines before Chromium 78 and Safari 15.4, `'self'` does not cover `ws:` and `wss:`. */
function socketSources(request: IncomingMessage, publicHost: string | undefined): string {
  const { host = '' } = request.headers;
  const hosts = new Set([HOST.test(host) ? host : 'localhost', publicHost ?? host]);
  return [...hosts]
    .filter((name) => HOST.test(name))
    .map((name) => `ws://${name} wss://${name}`)
    .join(' ');
}
