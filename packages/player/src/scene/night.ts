import type { School, ScreenInfo } from '@hallboard/shared';
import { localMsOfDay, nextOffsetChange } from './local-time.js';

const DAY_MS = 24 * 60 * 60_000;

type Night = NonNullable<ScreenInfo['nightHours']>;

/** Whether the screen is intentionally black at this instant (TIME-5). */
export function isNight(school: School, night: Night | undefined, atMs: number): boolean {
  if (night === undefined) return false;
  const from = msOfDay(night.from);
  const until = msOfDay(night.until);
  const local = localMsOfDay(school.offsets, atMs);
  return from <= until ? from <= local && local < until : from <= local || local < until;
}

/** The next instant after `nowMs` at which `isNight` changes; `Infinity` if it never does. */
export function nextNightChange(school: School, night: Night | undefined, nowMs: number): number {
  if (night === undefined || night.from === night.until) return Infinity;
  const before = isNight(school, night, nowMs);
  let atMs = nowMs;
  do {
    const local = localMsOfDay(school.offsets, atMs);
    // The clock's own jumps can enter or leave the night too.
    atMs = Math.min(
      atMs + msUntil(local, msOfDay(night.from)),
      atMs + msUntil(local, msOfDay(night.until)),
      nextOffsetChange(school.offsets, atMs),
    );
  } while (isNight(school, night, atMs) === before);
  return atMs;
}

/** From one time of day to the next occurrence of another, in (0, 24 h]. */
function msUntil(local: number, target: number): number {
  return target > local ? target - local : target - local + DAY_MS;
}

function msOfDay(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * 60_000;
}
