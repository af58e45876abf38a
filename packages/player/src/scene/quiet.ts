import type { ScreenInfo, Slot, Snapshot } from '@hallboard/shared';
import { alertAt } from './alert.js';
import { itemsFor } from './items.js';
import { divisionOf } from './program-day.js';

/** How far a moment has to be from every bell, before and after (UPD-2). */
const QUIET_MS = 3 * 60_000;

/** How far the nearest lesson or break is when a school is as good as empty. */
const OUT_OF_HOURS_MS = 60 * 60_000;

/** Whether nobody would miss the screen for a few seconds: no alert, and no bell near (UPD-2). */
export function isQuiet(snapshot: Snapshot, screen: ScreenInfo, nowMs: number): boolean {
  return !isDisturbed(
    snapshot,
    screen,
    nowMs,
    ({ bell, startsAt }) => bell && Math.abs(startsAt - nowMs) < QUIET_MS,
  );
}

/** Whether school is out as well, by an hour at least: at night, in the evening, on a free day. */
export function isOutOfHours(snapshot: Snapshot, screen: ScreenInfo, nowMs: number): boolean {
  return !isDisturbed(
    snapshot,
    screen,
    nowMs,
    ({ startsAt, endsAt }) =>
      startsAt - OUT_OF_HOURS_MS < nowMs && nowMs < endsAt + OUT_OF_HOURS_MS,
  );
}

function isDisturbed(
  snapshot: Snapshot,
  screen: ScreenInfo,
  nowMs: number,
  isNear: (slot: Slot) => boolean,
): boolean {
  if (alertAt(itemsFor(snapshot.view, snapshot.alerts), nowMs) !== undefined) return true;
  const days = divisionOf(snapshot, screen)?.days ?? [];
  return days.some(({ slots }) => slots.some(isNear));
}
