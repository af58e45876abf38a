import type { ScreenRecord } from '../store/records.js';

/** Hears how the display API answers. Called for every request, so it has to be quick. */
export interface DisplayObserver {
  /** @param wasAnnounced whether the player asked for a revision that it had heard of (HTTP-7). */
  answered(
    endpoint: string,
    status: number,
    durationMs: number,
    wasAnnounced: boolean,
    screen: ScreenRecord,
  ): void;
  /** @param code of the error, as in `ERROR_STATUS`. */
  refused(code: string): void;
}
