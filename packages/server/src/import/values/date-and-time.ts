import { Temporal } from 'temporal-polyfill';
import { asciiDigits } from '../rows/fold.js';

/** What workbooks count days from, with the leap day of 1900 that never was. */
const SERIAL_EPOCH = Temporal.PlainDate.from('1899-12-30');
const MINUTES_A_DAY = 1440;

/** In which order a locale writes day, month and year. */
type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** @param locale the school's, which says whether 3/4/2026 is in March or in April. */
export function dateOrder(locale: string): DateOrder {
  const options = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const order = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, options)
    .formatToParts(0)
    .map(({ type }) => type[0])
    .filter((letter) => letter === 'd' || letter === 'm' || letter === 'y')
    .join('');
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}

/** @returns `YYYY-MM-DD`, if the text is a date that the calendar has. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const plain = asciiDigits(text)
    .replace(/[\u200e\u200f]/g, '')
    .trim();
  const serial = /^(\d{5})(\.0+)?$/.exec(plain)?.[1];
  if (serial !== undefined) return SERIAL_EPOCH.add({ days: Number(serial) }).toString();
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (compact) return toDate(compact[1], compact[2], compact[3]);
  const parts = plain.split(/\s*[-./]\s*/).filter((part) => part !== '');
  if (parts.length !== 3 || parts.some((part) => !/^\d+$/.test(part))) return undefined;
  const [a, b, c] = parts;
  if (a?.length === 4) return toDate(a, b, c);
  if (c?.length !== 4) return undefined;
  return order === 'mdy' ? toDate(c, a, b) : toDate(c, b, a);
}

function toDate(year?: string, month?: string, day?: string): string | undefined {
  const fields = { year: Number(year), month: Number(month), day: Number(day) };
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** @returns `HH:MM` of `8:05`, `08.05`, `8h05`, `8:05 pm`, `0805` or a workbook's part of a day. */
export function readTime(text: string): string | undefined {
  const plain = asciiDigits(text).trim().toLowerCase();
  if (/^0?\.\d+$/.test(plain)) {
    const minutes = Math.round(Number(plain) * MINUTES_A_DAY);
    return minutes < MINUTES_A_DAY ? toTime(Math.floor(minutes / 60), minutes % 60) : undefined;
  }
  const compact = /^(\d\d)(\d\d)$/.exec(plain);
  if (compact) return toTime(Number(compact[1]), Number(compact[2]));
  const match = /^(\d{1,2})\s*[:.h]\s*(\d\d)?(?::00)?\s*(am|pm|a\.m\.|p\.m\.|uhr|ص|م)?$/.exec(
    plain,
  );
  if (!match) return undefined;
  const hour = Number(match[1]);
  const half = match[3];
  if (half === undefined || half === 'uhr') return toTime(hour, Number(match[2] ?? 0));
  if (hour < 1 || hour > 12) return undefined;
  const isLate = half.startsWith('p') || half === 'م';
  return toTime((hour % 12) + (isLate ? 12 : 0), Number(match[2] ?? 0));
}

function toTime(hour: number, minute: number): string | undefined {
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * @param edge what a date alone means: its start, or its end, which is the next day's start.
 * @returns a local moment, `YYYY-MM-DDTHH:MM`.
 */
export function readMoment(
  text: string,
  order: DateOrder,
  edge: 'start' | 'end',
): string | undefined {
  const date = readDate(text, order);
  if (date !== undefined) {
    const day = Temporal.PlainDate.from(date);
    return `${edge === 'start' ? day : day.add({ days: 1 })}T00:00`;
  }
  const match = /^(\S+?)(?:T|[,\s]+)(\S+.*)$/.exec(text.trim());
  const day = readDate(match?.[1] ?? '', order);
  const time = readTime(match?.[2] ?? '');
  return day === undefined || time === undefined ? undefined : `${day}T${time}`;
}
