import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** A calendar's date, or its moment by the school's clock; or the zone that nobody knows. */
export type LocalTime =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'moment'; readonly at: Temporal.PlainDateTime }
  | { readonly kind: 'unknown-zone'; readonly zone: string };

/**
 * Brings a time of a calendar to the school's clock. A zone's name is looked up; only where nobody
 * knows it, such as Outlook's own names, the calendar's own rules are taken.
 * @param tzid what the property names; absent: UTC where the time says so, or the school's clock.
 */
export function localTime(
  time: ICAL.Time,
  tzid: string | undefined,
  schoolZone: string,
): LocalTime {
  const { year, month, day, hour, minute } = time;
  if (time.isDate) return { kind: 'date', date: new Temporal.PlainDate(year, month, day) };
  const written = new Temporal.PlainDateTime(year, month, day, hour, minute);
  const zone = time.zone?.tzid === 'UTC' ? 'UTC' : tzid;
  if (zone === undefined) return { kind: 'moment', at: written };
  const instant = inNamedZone(written, zone) ?? inOwnZone(time);
  if (instant === undefined) return { kind: 'unknown-zone', zone };
  return { kind: 'moment', at: instant.toZonedDateTimeISO(schoolZone).toPlainDateTime() };
}

function inNamedZone(written: Temporal.PlainDateTime, zone: string): Temporal.Instant | undefined {
  try {
    return written.toZonedDateTime(zone).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** By the calendar's VTIMEZONE, if it has one. */
function inOwnZone(time: ICAL.Time): Temporal.Instant | undefined {
  if (time.zone === undefined || time.zone.tzid === 'floating') return undefined;
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
}
