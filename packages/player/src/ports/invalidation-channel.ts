import type { Cancel } from './clock.js';

export type ChannelEvent =
  | { readonly kind: 'open' }
  /** One text frame, as received. */
  | { readonly kind: 'frame'; readonly text: string }
  /** The end of this attempt; nothing follows. `code` is 1006 where the browser tells nothing. */
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string };

/** One attempt at a connection: it is never reopened (see "Socket" in ARCHITECTURE.md). */
export interface ChannelAttempt {
  /** Sends a text frame if the socket is open; otherwise does nothing. */
  send(text: string): void;
  /** Idempotent; no event follows it. */
  close: Cancel;
}

/** The realtime socket. All waiting and deciding is the core's (WS-6). */
export interface InvalidationChannel {
  /** Starts one attempt. Never throws: failure to construct is a `closed` event, asynchronously. */
  open(listener: (event: ChannelEvent) => void): ChannelAttempt;
}
