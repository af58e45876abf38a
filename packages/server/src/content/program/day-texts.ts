import type { ProgramDay } from '@hallboard/shared';
import type { SchoolSettings } from '../schema/school-settings-schema.js';
import { addDays } from './local-time.js';

/** Writes a date the way a school's people do, since old TVs cannot (SNAP-3). */
export type DayTexts = (date: string) => ProgramDay['texts'];

export function createDayTexts(
  school: Pick<SchoolSettings, 'locale' | 'secondCalendar'>,
): DayTexts {
  const { locale, secondCalendar } = school;
  const weekday = formatter(locale, { calendar: 'gregory', weekday: 'long' });
  const date = formatter(locale, { calendar: 'gregory', day: 'numeric', month: 'long' });
  const hijri =
    secondCalendar &&
    formatter(locale, {
      calendar: 'islamic-umalqura',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
  return (day) => ({
    weekday: weekday(day),
    date: date(day),
    ...(hijri && { secondDate: hijri(addDays(day, secondCalendar?.dayOffset ?? 0)) }),
  });
}

/** Dates are formatted as UTC, so that no zone can move them. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (date) => format.format(Date.parse(`${date}T00:00Z`));
}
