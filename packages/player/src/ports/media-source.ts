import type { Cancel } from './clock.js';
import type { Credentials, SourceFailure } from './snapshot-source.js';

/** A part of a file, so that a download can be left at any time and gone on with (STORE-4). */
export interface MediaRequest {
  readonly credentials: Credentials;
  /** SHA-256 of the whole file, in lower-case hexadecimal. */
  readonly hash: string;
  /** The first byte that is asked for, from 0. */
  readonly fromByte: number;
  /** After the last one. */
  readonly toByte: number;
}

export type MediaOutcome =
  /** `fromByte` is 0 where the server sent the whole file, whatever was asked for. */
  | { readonly kind: 'part'; readonly fromByte: number; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly failure: SourceFailure | { readonly cause: 'too-large' } };

/** Files as the server has them (HTTP-8). Deadlines are the core's: it cancels what is late. */
export interface MediaSource {
  /**
   * Calls `done` exactly once, asynchronously, unless cancelled first. Never throws.
   * @param longest an answer of more bytes is given up as `too-large`, before it fills the memory.
   */
  request(request: MediaRequest, longest: number, done: (outcome: MediaOutcome) => void): Cancel;
}
