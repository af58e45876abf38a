import type { ZoneOffset } from '@hallboard/shared';
import { Temporal } from 'temporal-polyfill';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A local time as it takes place on its date. */
export interface ResolvedTime {
  /** Milliseconds since the Unix epoch. */
  readonly atMs: number;
  /** What the school's clock shows at that instant, `HH:MM`. */
  readonly text: string;
}

/** Turns a zone's local dates and times into instants (SNAP-3). */
export interface LocalTime {
  /** The first instant of a date; that of the next date if the zone skipped this one. */
  startOfDayMs(date: string): number;
  /**
   * A time that daylight saving skips takes place when the clocks jump over it; one that comes twice,
   * the first time. So a later local time is never an earlier instant.
   * @param time `HH:MM`.
   */
  resolve(date: string, time: string): ResolvedTime;
  /** @param local `YYYY-MM-DDTHH:MM`. */
  instantMs(local: string): number;
  /** The date that it is at an instant. */
  dateAt(instantMs: number): string;
  /** The offsets from one instant until another: the first, and each that follows. */
  offsets(fromMs: number, untilMs: number): ZoneOffset[];
}

/** @param zone an IANA name that is known, such as `Europe/Madrid`. */
export function createLocalTime(zone: string): LocalTime {
  const starts = new Map<string, number>();

  function startOfDayMs(date: string): number {
    const known = starts.get(date);
    if (known !== undefined) return known;
    const start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    starts.set(date, start);
    return start;
  }

  function resolve(date: string, time: string): ResolvedTime {
    const start = startOfDayMs(date);
    // On a day without a jump, which is nearly every day, arithmetic will do.
    if (startOfDayMs(addDays(date, 1)) - start === DAY_MS) {
      return { atMs: start + minutesOf(time) * MINUTE_MS, text: time };
    }
    const at = resolveSlowly(Temporal.PlainDate.from(date).toPlainDateTime(time), zone);
    return {
      atMs: at.epochMilliseconds,
      text: at.toPlainTime().toString({ smallestUnit: 'minute' }),
    };
  }

  return {
    startOfDayMs,
    resolve,
    instantMs: (local) => resolve(local.slice(0, 10), local.slice(11)).atMs,
    dateAt: (instantMs) => zoned(instantMs, zone).toPlainDate().toString(),
    offsets(fromMs, untilMs) {
      const offsets: ZoneOffset[] = [];
      let at: Temporal.ZonedDateTime | null = zoned(fromMs, zone);
      while (at && at.epochMilliseconds < untilMs) {
        offsets.push({
          from: at.epochMilliseconds,
          minutes: Math.round(at.offsetNanoseconds / (MINUTE_MS * 1_000_000)),
        });
        at = at.getTimeZoneTransition('next');
      }
      return offsets;
    },
  };
}

/** @returns the date some days after another, by the calendar alone. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function resolveSlowly(local: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  const at = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (at.toPlainDateTime().equals(local)) return at;
  // The clocks never show it: `at` lies before the jump over it.
  return at.getTimeZoneTransition('next') ?? at;
}

function zoned(instantMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
