import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { fold } from '../rows/fold.js';
import { type ImportRow, namedCells, type ParsedFile } from '../rows/import-row.js';
import { KIND_WORDS, type Kind } from '../rows/kinds.js';
import { mentions } from '../rows/match-headings.js';
import { collectProblems, type Place, type ReportProblem } from '../rows/problem.js';
import { localTime } from './calendar-time.js';
import { expandEvent } from './expand-event.js';
import { plainText } from './plain-text.js';

export interface CalendarOptions {
  /** The school's zone. */
  readonly zone: string;
  /** The school's date, from which on events are read. */
  readonly today: string;
  /** Names of day templates and bell schedules: an event of such a category is a day plan. */
  readonly dayKinds: readonly string[];
  /** What all events are. Absent: holidays, day plans or notices, by their words. */
  readonly as?: Kind;
}

/** How far ahead events are read: a school year, and its summer. */
const HORIZON_DAYS = 400;
const NEW_LINE = /\r\n|\n|\r/;

/** Reads an iCalendar file (.ics), with every date that a repeated event falls on. */
export function readCalendar(file: string, text: string, options: CalendarOptions): ParsedFile {
  const { problems, report } = collectProblems();
  const calendars = parseCalendars(file, text, report);
  const lines = eventLines(text);
  const today = Temporal.PlainDate.from(options.today);
  const range = { from: today.toString(), to: today.add({ days: HORIZON_DAYS }).toString() };
  let index = 0;
  const rows = calendars.flatMap((calendar) => {
    const calendarName = String(calendar.getFirstPropertyValue('x-wr-calname') ?? '');
    const hint = `${file} ${calendarName}`;
    return calendar.getAllSubcomponents('vevent').flatMap((component) => {
      const line = lines[index];
      index += 1;
      const place = { file, ...(line === undefined ? {} : { row: line }) };
      return expandEvent(component, range, place, report).flatMap((occurrence) =>
        toRow(occurrence, place, hint, options, report),
      );
    });
  });
  const fixed: readonly Kind[] = options.as === undefined ? ['notices'] : [options.as];
  return { file, kinds: [...new Set([...fixed, ...rows.map(({ kind }) => kind)])], rows, problems };
}

function parseCalendars(file: string, text: string, report: ReportProblem): ICAL.Component[] {
  if (!isNested(file, text, report)) return [];
  try {
    const parsed: unknown = ICAL.parse(text.trim());
    if (!Array.isArray(parsed)) return [];
    const all: unknown[][] = typeof parsed[0] === 'string' ? [parsed] : parsed;
    const calendars = all.map((jCal) => new ICAL.Component(jCal));
    const other = calendars.find(({ name }) => name !== 'vcalendar');
    if (other === undefined) return calendars;
    report({ file }, `holds a ${other.name.toUpperCase()}, and no VCALENDAR`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const row = brokenLine(text);
    report(
      { file, ...(row === undefined ? {} : { row }) },
      `is no calendar that can be read: ${reason}`,
    );
  }
  return [];
}

/** @returns the first line that the library cannot read by itself, as it does not say. */
function brokenLine(text: string): number | undefined {
  const unfolded: { row: number; text: string }[] = [];
  for (const [index, line] of text.trim().split(NEW_LINE).entries()) {
    const last = unfolded.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.text += line.slice(1);
    else unfolded.push({ row: index + 1, text: line });
  }
  return unfolded.find(({ text: line }) => {
    if (line === '' || /^(?:BEGIN|END):/i.test(line)) return false;
    try {
      ICAL.parse.property(line);
      return false;
    } catch {
      return true;
    }
  })?.row;
}

/** Whether each part ends where it should, which the library does not ask. */
function isNested(file: string, text: string, report: ReportProblem): boolean {
  const open: string[] = [];
  for (const [index, line] of text.split(NEW_LINE).entries()) {
    const match = /^(BEGIN|END):(\S+)\s*$/i.exec(line);
    const name = match?.[2]?.toUpperCase() ?? '';
    if (match?.[1]?.toUpperCase() === 'BEGIN') open.push(name);
    else if (match !== null && open.pop() !== name) {
      report({ file, row: index + 1 }, `END:${name} ends what has not begun`);
      return false;
    }
  }
  if (open.length > 0) report({ file }, `is cut off: no end of ${open.join(' and ')}`);
  return open.length === 0;
}

/** The line on which each event begins, in the order of the events. */
function eventLines(text: string): readonly number[] {
  return text
    .split(NEW_LINE)
    .flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
}

function toRow(
  { item, start, end }: ReturnType<typeof expandEvent>[number],
  place: Place,
  hint: string,
  { zone, as, dayKinds }: CalendarOptions,
  report: ReportProblem,
): ImportRow[] {
  const title = item.summary?.trim() ?? '';
  if (title === '') {
    report({ ...place, column: 'SUMMARY' }, 'is missing');
    return [];
  }
  const tzid = item.component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const from = localTime(start, tzid, zone);
  const until = localTime(end, tzid, zone);
  if (from.kind === 'unknown-zone' || until.kind === 'unknown-zone') {
    const unknown = from.kind === 'unknown-zone' ? from.zone : '';
    report({ ...place, column: 'DTSTART' }, `nobody knows the time zone "${unknown}"`);
    return [];
  }
  const first = from.kind === 'date' ? from.date : from.at.toPlainDate();
  const after =
    until.kind === 'date'
      ? until.date
      : until.at.add({ minutes: -1 }).toPlainDate().add({ days: 1 });
  const last = Temporal.PlainDate.compare(after, first) > 0 ? after.add({ days: -1 }) : first;

  const categories = item.component
    .getAllProperties('categories')
    .flatMap((property) => property.getValues().map(String));
  const schedule = dayKinds.find((id) => categories.some((each) => fold(each) === fold(id)));
  const isDate = from.kind === 'date';
  const isHoliday = isDate && mentions([hint, ...categories, title].join(' '), KIND_WORDS.holidays);
  const kind = as ?? (schedule !== undefined ? 'dayplans' : isHoliday ? 'holidays' : 'notices');

  const row = (texts: Readonly<Record<string, string | undefined>>): ImportRow => ({
    kind,
    place,
    cells: namedCells(texts),
  });
  switch (kind) {
    case 'holidays':
      return [row({ title, from: first.toString(), to: last.toString() })];
    case 'dayplans':
      return daysBetween(first, last).map((date) => row({ date, schedule, title }));
    case 'notices': {
      const time =
        from.kind === 'moment' ? from.at.toPlainTime().toString({ smallestUnit: 'minute' }) : '';
      const lines = [
        [time, item.location?.trim() ?? ''].filter(Boolean).join(', '),
        plainText(item.description ?? ''),
      ];
      const body = lines.filter(Boolean).join('\n');
      const ends =
        until.kind === 'date' || Temporal.PlainDateTime.compare(until.at, first) <= 0
          ? `${last.add({ days: 1 })}T00:00`
          : until.at.toString({ smallestUnit: 'minute' });
      return [row({ title, body, from: `${first}T00:00`, until: ends })];
    }
    default:
      report(place, `a calendar holds no ${kind}`);
      return [];
  }
}

function daysBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): string[] {
  const days: string[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    days.push(day.toString());
  }
  return days;
}
