const FIRST_MS = 1_000;
const LONGEST_BACKOFF_MS = 60_000;
/** After this many failures in a row the channel rests (WS-6). */
export const FAILURES_BEFORE_REST = 10;
/** A socket that was up this long starts counting anew (WS-6). */
export const STABLE_AFTER_MS = 30_000;
const REST_MS = 300_000;

/**
 * Full jitter: the wait before the next attempt is uniform below a ceiling that doubles. The first
 * ceilings are no narrower than the server's reconnect window, so that its restart is no stampede.
 * @param failures in a row, from 0.
 * @param uniform drawn from [0, 1).
 */
export function backoffMs(failures: number, reconnectMs: number, uniform: number): number {
  const doubling = failures === 0 ? 0 : FIRST_MS * 2 ** (failures - 1);
  return uniform * Math.max(Math.min(LONGEST_BACKOFF_MS, doubling), reconnectMs);
}

/** Five minutes ± 50 % (WS-6). @param uniform drawn from [0, 1). */
export function restMs(uniform: number): number {
  return REST_MS * (0.5 + uniform);
}
