import type { Division, ProgramDay, ScreenInfo, Slot, Snapshot } from '@hallboard/shared';
import { flatMap, sortBy } from './lists.js';

/** A slot with the day whose program it belongs to. */
export interface DaySlot {
  readonly day: ProgramDay;
  readonly slot: Slot;
}

/** The division that a screen shows: its own, else the first. */
export function divisionOf(snapshot: Snapshot, screen: ScreenInfo): Division | undefined {
  return (
    snapshot.divisions.find((division) => division.id === screen.division) ?? snapshot.divisions[0]
  );
}

/** The calendar day that contains an instant; by instants, never by a zone (SNAP-3). */
export function dayAt(days: readonly ProgramDay[], nowMs: number): ProgramDay | undefined {
  return days.find((day) => day.startsAt <= nowMs && nowMs < day.endsAt);
}

/** A day's slots in order of their start. A slot that lasts no time is left out. */
export function slotsOf(day: ProgramDay): readonly Slot[] {
  return sortBy(
    day.slots.filter((slot) => slot.startsAt < slot.endsAt),
    (slot) => slot.startsAt,
  );
}

/**
 * Every slot that runs at an instant, whichever day began it, so that one which passes midnight
 * runs on. Of several the first is the one that started last and ends first.
 */
export function runningSlots(days: readonly ProgramDay[], nowMs: number): readonly DaySlot[] {
  const running = flatMap(days, (day) =>
    day.slots
      .filter((slot) => slot.startsAt <= nowMs && nowMs < slot.endsAt)
      .map((slot) => ({ day, slot })),
  );
  return sortBy(
    running,
    ({ slot }) => -slot.startsAt,
    ({ slot }) => slot.endsAt,
  );
}

/** Every instant at which a day or a slot begins or ends. */
export function programBorders(days: readonly ProgramDay[]): readonly number[] {
  return flatMap(days, (day) => [
    day.startsAt,
    day.endsAt,
    ...flatMap(slotsOf(day), (slot) => [slot.startsAt, slot.endsAt]),
  ]);
}
