import type { Cancel } from '../ports/clock.js';
import type { SourceFailure } from '../ports/snapshot-source.js';

/** One request, which carries these headers and nothing else of the device. */
export interface HttpRequest {
  /** @default 'GET' */
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** @default none */
  readonly body?: string;
  /** Whether the browser may answer from its cache. @default false */
  readonly isCacheable?: boolean;
}

/** The display API's answer as text, or why there is none. */
export type HttpReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** @param name in lower case. */
      readonly header: (name: string) => string | undefined;
      /** Empty for a 304. */
      readonly body: string;
      /** Monotonic; when the head arrived. */
      readonly receivedAtMs: number;
    }
  | { readonly kind: 'failed'; readonly failure: SourceFailure };

/**
 * Calls `done` exactly once, asynchronously, unless cancelled first. Never throws, never follows a
 * redirect (a captive portal would be handed the token), and reads no body that is not JSON.
 */
export type Transport = (request: HttpRequest, done: (reply: HttpReply) => void) => Cancel;

/** @param detail names no address, since one may hold what is not for a log. */
export function noAnswer(detail: string): HttpReply {
  return { kind: 'failed', failure: { cause: 'network', detail } };
}

/** An answer, but not one of the display API. */
export function notOurs(detail: string): HttpReply {
  return { kind: 'failed', failure: { cause: 'not-ours', detail } };
}

/** Why the head of an answer shows that it is not the API's; `undefined` if it may be. */
export function foreignHead(status: number, contentType: string | null): string | undefined {
  if (status === 304 || status === 204) return undefined;
  if (status >= 300 && status < 400) return 'redirected';
  const isJson = contentType !== null && /^application\/json\b/i.test(contentType);
  return isJson ? undefined : 'not JSON';
}
