import type { Cycle } from './calendar-schema.js';
import { WEEKDAYS, type Weekday } from './weekdays.js';

/** The name of a weekday in a cycle of weeks: `a-mon`. */
export function weekCycleDay(week: string, weekday: Weekday): string {
  return `${week}-${weekday}`;
}

/** Every day that a cycle has, as lessons name them. */
export function cycleDays(cycle: Cycle): readonly string[] {
  switch (cycle.kind) {
    case 'weekdays':
      return WEEKDAYS;
    case 'weeks':
      return cycle.weeks.flatMap((week) => WEEKDAYS.map((day) => weekCycleDay(week, day)));
    case 'days':
      return cycle.days;
  }
}
