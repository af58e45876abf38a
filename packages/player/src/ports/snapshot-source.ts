import type { Revision, ScreenInfo } from '@hallboard/shared';
import type { Cancel } from './clock.js';

/** Who asks. Sent as headers, never in an address (HTTP-3). */
export interface Credentials {
  readonly token: string;
  readonly deviceId: string;
}

/** One refresh step: `status` compares, `snapshot` brings content (POLL-4). */
export type SourceRequest =
  | {
      readonly kind: 'status';
      readonly credentials: Credentials;
      readonly revision: Revision;
      readonly screenVersion: number;
    }
  | {
      readonly kind: 'snapshot';
      readonly credentials: Credentials;
      /** The tag of the body that is held and verified, if one is (HTTP-1). */
      readonly etag?: string;
      /** The revision that an invalidate named, or a poll found (HTTP-7). */
      readonly want?: Revision;
      /** What `want` comes from, where it was no invalidate. The server counts it (OBS-1). */
      readonly cause?: 'poll';
    };

/** What every authenticated answer says beside its content (HTTP-4). */
export interface AnswerFacts {
  /** Absent where the answer came from a cache, which is never a time sample (TIME-1). */
  readonly serverTimeMs?: number;
  readonly revision: Revision;
  readonly realtime: 'on' | 'off';
  /** Monotonic; when the request left. */
  readonly sentAtMs: number;
  /** Monotonic; when the head of the answer arrived. */
  readonly receivedAtMs: number;
}

/** Why a request brought nothing. Each is a failed refresh and none clears the screen (POLL-5). */
export type SourceFailure =
  /** No answer: offline, refused, reset, DNS. */
  | { readonly cause: 'network'; readonly detail: string }
  /** An answer that is not the API's: HTML of a captive portal, a truncated body, not JSON. */
  | { readonly cause: 'not-ours'; readonly detail: string }
  /** The API's own error. */
  | {
      readonly cause: 'rejected';
      readonly status: number;
      /** An `ErrorCode`, or what a newer server calls it. */
      readonly code: string;
      readonly retryAfterMs?: number;
    };

export type SourceOutcome =
  /** 304: what is held is current. `screen` comes with a snapshot's 304 alone. */
  | { readonly kind: 'unchanged'; readonly facts: AnswerFacts; readonly screen?: ScreenInfo }
  /** 200 of `status`. */
  | { readonly kind: 'changed'; readonly facts: AnswerFacts; readonly screen: ScreenInfo }
  /** 200 of `snapshot`; the body as text, not yet decoded or validated. */
  | {
      readonly kind: 'body';
      readonly facts: AnswerFacts;
      readonly screen: ScreenInfo;
      readonly etag: string;
      readonly body: string;
    }
  | { readonly kind: 'failed'; readonly failure: SourceFailure };

/** The display API as the player sees it. Deadlines are the core's: it cancels what is late. */
export interface SnapshotSource {
  /** Calls `done` exactly once, asynchronously, unless cancelled first. Never throws. */
  request(request: SourceRequest, done: (outcome: SourceOutcome) => void): Cancel;
}
