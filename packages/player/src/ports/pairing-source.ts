import type { QrCode } from '@hallboard/shared';
import type { Cancel } from './clock.js';

/** What a device shows while it waits for a screen. */
export interface WaitingCode {
  readonly code: string;
  /** Leads to where the code is approved. An older server sends none. */
  readonly qr?: QrCode;
}

/** What the server says to a device that waits for a screen (BIND-5). */
export type PairingOutcome =
  | ({ readonly kind: 'waiting' } & WaitingCode)
  | { readonly kind: 'approved'; readonly token: string }
  /** The code has expired or was used: it takes another secret to get another. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly retryAfterMs?: number };

/** Asks for a code, or what has become of it. */
export interface PairingSource {
  /**
   * Calls `done` exactly once, asynchronously, unless cancelled first. Never throws.
   * @param secret of the device; it is sent and never shown.
   */
  request(kind: 'open' | 'look', secret: string, done: (outcome: PairingOutcome) => void): Cancel;
}
