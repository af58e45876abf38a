const HOUR_MS = 3_600_000;
/** Beyond this a page reloads for a reason that reloading does not mend. */
const RELOADS_PER_HOUR = 4;

/**
 * What to keep so that a reload now is counted; `undefined` where it would be one too many in an
 * hour. A clock that was set counts a reload at most an hour too long.
 * @param kept what the last call gave, or whatever else is found there.
 */
export function countReload(kept: string | null, nowMs: number): string | undefined {
  const recent = (kept ?? '').split(' ').filter((text) => Math.abs(nowMs - Number(text)) < HOUR_MS);
  return recent.length < RELOADS_PER_HOUR ? [...recent, nowMs].join(' ') : undefined;
}
