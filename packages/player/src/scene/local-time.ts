import type { School } from '@hallboard/shared';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

type Offsets = School['offsets'];

/** The school's difference to UTC at an instant, in minutes; from the snapshot alone (SNAP-3). */
function offsetMinutesAt(offsets: Offsets, atMs: number): number {
  let minutes = offsets[0]?.minutes ?? 0;
  for (const offset of offsets) {
    if (offset.from <= atMs) minutes = offset.minutes;
  }
  return minutes;
}

/** The next instant after `atMs` at which the offset is another; `Infinity` if none is known. */
export function nextOffsetChange(offsets: Offsets, atMs: number): number {
  const minutes = offsetMinutesAt(offsets, atMs);
  const next = offsets.find((offset) => offset.from > atMs && offset.minutes !== minutes);
  return next?.from ?? Infinity;
}

/** Milliseconds since local midnight on the school's wall clock, as if every day had 24 hours. */
export function localMsOfDay(offsets: Offsets, atMs: number): number {
  const dayMs = DAY_MINUTES * MINUTE_MS;
  const local = (atMs + offsetMinutesAt(offsets, atMs) * MINUTE_MS) % dayMs;
  return local < 0 ? local + dayMs : local;
}

/** What the school's wall clock shows, `HH:MM`, whatever zone the device believes in (P-5). */
export function localTime(school: Pick<School, 'offsets'>, atMs: number): string {
  const minutes = Math.floor(localMsOfDay(school.offsets, atMs) / MINUTE_MS);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
