import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

export interface SecurityHeadersOptions {
  readonly publicUrl: string | undefined;
  /** Origins, or `none` or `self` alone. */
  readonly frameAncestors: readonly string[];
  readonly hsts: boolean;
  /** Of pages of any school, which may show the player's page in a frame too. @default none */
  readonly embedOrigins?: () => readonly string[];
}

/** The player's page: the only one that a school may let others frame. */
const PLAYER_PAGE = /^\/screen(?:[?#]|$)/;

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
  const always = frameAncestors.filter((origin) => origin !== 'none');
  function ancestors({ url = '' }: IncomingMessage): readonly string[] {
    const schools = PLAYER_PAGE.test(url) ? (options.embedOrigins?.() ?? []) : [];
    const origins = [...new Set([...always, ...schools])];
    return origins.map((origin) => (/^\w+$/.test(origin) ? `'${origin}'` : origin));
  }
  const policy = helmet({
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
        frameAncestors: [(request) => ancestors(request).join(' ') || "'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: hsts ? { maxAge: HALF_A_YEAR_S, includeSubDomains: false } : false,
    xFrameOptions: false,
    // On plain http these two do nothing but fill the console with warnings.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  return (request, response, next) => {
    // Older than `frame-ancestors`, and it knows no list of origins.
    if (ancestors(request).length === 0) response.setHeader('x-frame-options', 'DENY');
    policy(request, response, next);
  };
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
