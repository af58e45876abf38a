import type { ServedSchool } from './served.js';

/** Whether an alert was set or cleared between two states of a school; one that is over is neither. */
export function alertsChanged(
  previous: ServedSchool | undefined,
  current: ServedSchool,
  nowMs: number,
): boolean {
  const [before, after] = [previous, current].map(
    (school) => school?.record.alerts?.filter(({ expiresAt }) => expiresAt > nowMs) ?? [],
  );
  return JSON.stringify(before) !== JSON.stringify(after);
}
