import type { MediaRef } from '@hallboard/shared';
import type { Cancel } from './clock.js';

/** What became of looking for a file on the device. */
export type OpenOutcome =
  /** Read and verified: `url` names it from now on. */
  | 'verified'
  | 'absent'
  /** What is there is not the file; it has been removed. */
  | 'wrong-bytes'
  | 'failed';

/** What became of a file that was downloaded. */
export type CommitOutcome =
  /** On the device. */
  | { readonly kind: 'kept' }
  /** Verified and shown, but gone with the next restart: the device does not take it. */
  | { readonly kind: 'held'; readonly cause: 'full' | 'failed' }
  /** Not shown. `full` and `failed`: nor is there any room for it in memory. */
  | { readonly kind: 'refused'; readonly cause: 'wrong-bytes' | 'full' | 'failed' };

/**
 * Keeps files per token, each under its content's hash. Only what was verified since the start has
 * an address; what is staged never has (STORE-4).
 */
export interface MediaStore {
  /**
   * What the shown snapshot needs, soonest first. Every other file is no longer open, and on the
   * device the least recently needed is the first to go (STORE-5). Other tokens' files are erased
   * (P-8).
   */
  expect(hashes: readonly string[]): void;
  /** Reads the device's copy, if there is one. Calls `done` at most once. Never throws. */
  open(file: MediaRef, done: (outcome: OpenOutcome) => void): Cancel;
  /**
   * Adds a part of a download. There is one stage: a part from byte 0 on empties it.
   * @param fromByte no further than what the stage holds of this file.
   */
  stage(hash: string, fromByte: number, bytes: Uint8Array): void;
  /** Verifies what is staged and keeps it, in the room of files that are no longer expected. */
  commit(file: MediaRef, done: (outcome: CommitOutcome) => void): Cancel;
  /** The snapshot found no room: the file that is least recently needed goes (STORE-5). */
  makeRoom(): void;
  /** Where an open file can be shown from; `undefined` for any other. */
  url(hash: string): string | undefined;
  /** Lets go of all that is open: nothing has an address any more. Idempotent. */
  close(): void;
}
