import type { ProgramDay, Slot } from '@hallboard/shared';
import { type DaySlot, slotsOf } from './program-day.js';
import type { Moment, SchoolDayStart } from './scene.js';

const DAY_MS = 24 * 60 * 60_000;

/**
 * What the day is doing (TIME-2).
 * @param today the calendar day that contains `nowMs`, if the program has it.
 * @param running the slots that run, the one that is shown first.
 */
export function momentAt(
  days: readonly ProgramDay[],
  today: ProgramDay | undefined,
  [running, ...others]: readonly DaySlot[],
  nowMs: number,
): Moment {
  if (running !== undefined) {
    // A longer slot beside the last one has the screen again before the day is over.
    const next =
      nextSlot(slotsOf(running.day), nowMs) ??
      others.map(({ slot }) => slot).find(({ endsAt }) => endsAt > running.slot.endsAt);
    return { kind: 'in-slot', slot: running.slot, ...(next && { next }) };
  }
  if (today === undefined) return { kind: 'beyond-program' };
  const slots = slotsOf(today);
  const previous = lastEnded(slots, nowMs);
  const next = nextSlot(slots, nowMs);
  if (next !== undefined) {
    return previous === undefined
      ? { kind: 'before-school', first: next }
      : { kind: 'between-slots', previous, next };
  }
  const returns = nextSchoolDay(days, today);
  if (previous !== undefined) return { kind: 'after-school', ...(returns && { returns }) };
  if (today.kind === 'weekend') return { kind: 'weekend', ...(returns && { returns }) };
  const { title } = today;
  return {
    kind: 'holiday',
    ...(title !== undefined && { title }),
    ...(returns && { returns }),
  };
}

function nextSlot(slots: readonly Slot[], nowMs: number): Slot | undefined {
  return slots.find((slot) => slot.startsAt > nowMs);
}

function lastEnded(slots: readonly Slot[], nowMs: number): Slot | undefined {
  return slots
    .filter((slot) => slot.endsAt <= nowMs)
    .reduce<Slot | undefined>(
      (last, slot) => (last === undefined || slot.endsAt >= last.endsAt ? slot : last),
      undefined,
    );
}

function nextSchoolDay(days: readonly ProgramDay[], today: ProgramDay): SchoolDayStart | undefined {
  for (const day of days) {
    const first = slotsOf(day)[0];
    if (day.startsAt <= today.startsAt || first === undefined) continue;
    // Rounding takes up the hour that a 23- or 25-hour day lacks or has too much.
    const daysAhead = Math.round((day.startsAt - today.startsAt) / DAY_MS);
    return { day, first, daysAhead };
  }
  return undefined;
}
