import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Place, ReportProblem } from '../rows/problem.js';

/** One time that an event takes place. */
interface Occurrence {
  /** The event, or the exception that takes its place this time. */
  readonly item: ICAL.Event;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
}

/** More than an event of every hour in a year has. */
const MAX_STEPS = 10_000;

/**
 * @param range local dates, `YYYY-MM-DD`, both inclusive; an event that overlaps it counts.
 * @returns when an event takes place: its rule and its dates, without EXDATE, and with what stands
 * in for single times (RECURRENCE-ID). Cancelled ones are left out.
 */
export function expandEvent(
  component: ICAL.Component,
  range: { readonly from: string; readonly to: string },
  place: Place,
  report: ReportProblem,
): readonly Occurrence[] {
  try {
    return expand(component, range, place, report);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(place, `the event cannot be read: ${reason}`);
    return [];
  }
}

function expand(
  component: ICAL.Component,
  { from, to }: { readonly from: string; readonly to: string },
  place: Place,
  report: ReportProblem,
): readonly Occurrence[] {
  const event = new ICAL.Event(component);
  const fault = faultOf(component);
  if (fault !== undefined) {
    report({ ...place, column: fault.property }, fault.message);
    return [];
  }
  // Told with the event that it is an exception of, if there is one.
  if (event.isRecurrenceException() && hasMaster(component, event.uid)) return [];
  if (!event.isRecurring()) return within([toOccurrence(event)], from, to);
  const found: Occurrence[] = startsWithoutRule(event)
    ? [occurrenceAt(event, event.startDate)]
    : [];
  const iterator = event.iterator();
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const next: ICAL.Time | null | undefined = iterator.next();
    // An exception may have been moved into the range from a little beyond it.
    if (next === null || next === undefined || dateOf(next) > to) return within(found, from, to);
    found.push(occurrenceAt(event, next));
  }
  report({ ...place, column: 'RRULE' }, `repeats more than ${MAX_STEPS} times before ${from}`);
  return [];
}

/** With dates of its own alone, the library forgets the first, which DTSTART is. */
function startsWithoutRule({ component, startDate }: ICAL.Event): boolean {
  const named = (property: string) =>
    component
      .getAllProperties(property)
      .flatMap((each) => each.getValues().map(String))
      .includes(startDate.toString());
  return !component.hasProperty('rrule') && !named('exdate') && !named('rdate');
}

function occurrenceAt(event: ICAL.Event, at: ICAL.Time): Occurrence {
  const { item, startDate: start, endDate: end } = event.getOccurrenceDetails(at);
  return { item, start, end };
}

function toOccurrence(event: ICAL.Event): Occurrence {
  return { item: event, start: event.startDate, end: event.endDate };
}

function within(all: readonly Occurrence[], from: string, to: string): readonly Occurrence[] {
  return all.filter(
    ({ item, start, end }) =>
      String(item.component.getFirstPropertyValue('status') ?? '').toUpperCase() !== 'CANCELLED' &&
      dateOf(start) <= to &&
      // A day ends with the start of the next.
      (end.isDate && end.compare(start) > 0 ? dateOf(end) > from : dateOf(end) >= from),
  );
}

function hasMaster(component: ICAL.Component, uid: string): boolean {
  return (component.parent?.getAllSubcomponents('vevent') ?? []).some(
    (other) => other.getFirstPropertyValue('uid') === uid && !other.hasProperty('recurrence-id'),
  );
}

/** What the library would take as it is, or as something else. */
function faultOf(component: ICAL.Component): { property: string; message: string } | undefined {
  const start = component.getFirstPropertyValue('dtstart');
  if (start === null) return { property: 'DTSTART', message: 'is missing' };
  for (const name of ['dtstart', 'dtend', 'recurrence-id']) {
    // The library would make the 3rd of March of the 31st of February.
    const written: unknown = component.getFirstProperty(name)?.toJSON()[3];
    if (written !== undefined && !isMoment(String(written))) {
      return { property: name.toUpperCase(), message: `"${written}" is no date or moment` };
    }
  }
  const end = component.getFirstPropertyValue('dtend');
  if (start instanceof ICAL.Time && end instanceof ICAL.Time && end.compare(start) < 0) {
    return { property: 'DTEND', message: 'is before DTSTART' };
  }
  return undefined;
}

function isMoment(written: string): boolean {
  try {
    Temporal.PlainDateTime.from(written.replace(/Z$/, ''), { overflow: 'reject' });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function dateOf(time: ICAL.Time): string {
  return time.toString().slice(0, 10);
}
