import type { Revision } from '@hallboard/shared';
import type { ScreenRecord, ScreenSightRecord } from '../store/records.js';

/** A screen asks at least every 45 s (POLL-2), so this long is no chance (OBS-4). */
export const SILENT_AFTER_MS = 10 * 60_000;
/** How long a screen may take to paint what is new (OBS-3). */
const STALE_AFTER_MS = 2 * 60_000;

/**
 * `stale`: it asks, but says that it shows an older revision. `never`: no device has ever asked, so
 * there is nothing to miss.
 */
export type ScreenState = 'up' | 'stale' | 'silent' | 'never';

/** What a school shows now, and since when this node has known. */
export interface CurrentRevision {
  readonly revision: Revision;
  readonly sinceMs: number;
}

/** Says how a screen is doing (OBS-3); pure. */
export function screenState(
  sight: ScreenSightRecord | undefined,
  current: CurrentRevision,
  nowMs: number,
): ScreenState {
  if (sight === undefined) return 'never';
  if (nowMs - sight.lastSeenMs > SILENT_AFTER_MS) return 'silent';
  const painted = sight.report?.report.revision;
  const isOld = painted !== undefined && painted !== current.revision;
  return isOld && nowMs - current.sinceMs > STALE_AFTER_MS ? 'stale' : 'up';
}

/** Whether a screen is one that somebody expects to work: revoked ones are not. */
export function isInUse({ revokedAtMs }: ScreenRecord): boolean {
  return revokedAtMs === undefined;
}
