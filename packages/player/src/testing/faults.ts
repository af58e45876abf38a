import type { ErrorCode } from '@hallboard/shared';
import type { SourceRequest } from '../ports/snapshot-source.js';

/** What befalls a request on its way, or at the server. */
export type RequestFault =
  /** No connection: fails after one latency. */
  | { readonly kind: 'refused' }
  /** No answer, ever. */
  | { readonly kind: 'lost' }
  /** A right answer, late. */
  | { readonly kind: 'slow'; readonly latencyMs: number }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: ErrorCode | 'unknown';
      readonly retryAfterMs?: number;
    }
  /** A captive portal answers 200 with HTML. */
  | { readonly kind: 'portal' }
  /** Somebody on the way answers 304, whatever was asked. */
  | { readonly kind: 'not-modified' }
  /** The body ends in the middle. */
  | { readonly kind: 'truncated' }
  /** Well-formed and wrong: some other text in place of the body. */
  | { readonly kind: 'wrong-body'; readonly body: string }
  /**
   * An answer that a cache on the way has kept for `ageMs`. `isMarked`: it is seen to be one, so
   * that the player's adapter has left its server time out (TIME-1).
   */
  | { readonly kind: 'cached'; readonly ageMs: number; readonly isMarked: boolean };

/** One fault for all requests, or one that looks at each. */
export type RequestFaults =
  | RequestFault
  | ((request: SourceRequest) => RequestFault | undefined)
  | undefined;

/** What befalls a socket. */
export type SocketFault =
  /** Constructing it throws, as an abandoned socket library may. */
  | { readonly kind: 'throws' }
  /** Nothing ever comes of the attempt: no event at all. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'refused' }
  /** Closed as soon as it is open. */
  | { readonly kind: 'closes'; readonly code: number }
  /** Open, and every frame is lost in both directions; befalls sockets that are open already. */
  | { readonly kind: 'half-open' };
