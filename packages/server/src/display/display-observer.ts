import type { ScreenRecord } from '../store/records.js';

/**
 * Why a player asks for a snapshot: it has just started, its poll found a new revision, or it was
 * told of one (HTTP-7).
 */
export type SnapshotCause = 'start' | 'poll' | 'announcement';

/** Hears how the display API answers. Called for every request, so it has to be quick. */
export interface DisplayObserver {
  /** @param cause of interest for a snapshot alone. */
  answered(
    endpoint: string,
    status: number,
    durationMs: number,
    cause: SnapshotCause,
    screen: ScreenRecord,
  ): void;
  /** @param code of the error, as in `ERROR_STATUS`. */
  refused(code: string): void;
}
