import type { MediaRef, Snapshot } from '@hallboard/shared';
import type { SourceFailure } from '../ports/snapshot-source.js';
import type { EffectId } from './effect.js';
import type { MonoMs } from './timers.js';

/** Why a file is not there to be shown. It is left out, and tried again (STORE-4). */
export type MediaFailure =
  | SourceFailure
  | { readonly cause: 'timeout' }
  /** Larger than a screen takes, or than the snapshot says it is. */
  | { readonly cause: 'too-large' }
  /** What was received is not what the hash says. */
  | { readonly cause: 'wrong-bytes' }
  /** The device has no room left, and neither has its memory (STORE-5). */
  | { readonly cause: 'full' }
  /** The device's storage fails or hangs. */
  | { readonly cause: 'failed' };

/** A file that the shown snapshot needs. */
export interface NeededFile {
  readonly file: MediaRef;
  /** True time from which on nothing needs it; `Infinity` without end. */
  readonly untilMs: number;
}

/** A file that could not be had. */
export interface Setback {
  readonly failure: MediaFailure;
  /** In a row. */
  readonly failures: number;
  readonly notBeforeMs: MonoMs;
}

/** The one step that is under way. The `media` timer is its deadline. */
export type MediaJob =
  | { readonly kind: 'idle' }
  /** The device's own copy is read and verified. */
  | { readonly kind: 'opening'; readonly id: EffectId; readonly file: MediaRef }
  | {
      readonly kind: 'downloading';
      readonly id: EffectId;
      readonly file: MediaRef;
      readonly fromByte: number;
    }
  /** What was downloaded is verified and kept. */
  | { readonly kind: 'committing'; readonly id: EffectId; readonly file: MediaRef };

/** The files of the shown snapshot, and how far they have come. */
export interface MediaState {
  /** What `needed` was derived from. */
  readonly snapshot: Snapshot | undefined;
  /** The snapshot without what has not verified: the one that is painted. */
  readonly playable: Snapshot | undefined;
  /** Soonest first. */
  readonly needed: readonly NeededFile[];
  /** The hashes of those that have verified since the start. */
  readonly open: readonly string[];
  /** Those that have not. */
  readonly missing: readonly NeededFile[];
  /** Of these, the hashes that were looked for on the device in vain. */
  readonly absent: readonly string[];
  /** Why files could not be had, by hash. */
  readonly setbacks: ReadonlyMap<string, Setback>;
  /** How far a download has come; the next part follows. */
  readonly staged: { readonly hash: string; readonly bytes: number } | undefined;
  /** No download begins before. */
  readonly notBeforeMs: MonoMs;
  readonly job: MediaJob;
}

export const NO_MEDIA: MediaState = {
  snapshot: undefined,
  playable: undefined,
  needed: [],
  open: [],
  missing: [],
  absent: [],
  setbacks: new Map(),
  staged: undefined,
  notBeforeMs: 0,
  job: { kind: 'idle' },
};
