import type { DayPlan } from '../../content/schema/calendar-schema.js';
import type { ImportRow } from '../rows/import-row.js';
import { type Draft, named, present, readersOf } from './draft.js';
import { findCycleDays, findDivision } from './lookups.js';

/** Puts holidays in: a file is all holidays from its first day to its last. */
export function putHolidays(rows: readonly ImportRow[], draft: Draft): void {
  const { content, origins } = draft;
  const added = readersOf(rows, draft).flatMap((reader) => {
    const title = reader.required('title');
    reader.required('from');
    const from = reader.date('from');
    const to = reader.date('to');
    if (reader.hasFailed || from === undefined) return [];
    const holiday = { from, title, ...(to === undefined || to === from ? {} : { to }) };
    origins.set(holiday, reader.row);
    return [holiday];
  });
  const days = added.flatMap(({ from, to = from }) => [from, to]).sort();
  const [first = ''] = days;
  const last = days.at(-1) ?? '';
  const kept = content.holidays.filter(({ from, to = from }) => to < first || from > last);
  content.holidays = [...kept, ...added].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Puts day plans in, each in the place of one for the same date; others stay. */
export function putDayPlans(rows: readonly ImportRow[], draft: Draft): void {
  const { content, origins } = draft;
  const added = readersOf(rows, draft).flatMap((reader): DayPlan[] => {
    reader.required('date');
    const date = reader.date('date');
    const division =
      reader.text('division') === undefined ? undefined : findDivision(reader, draft);
    const days = reader.text('day') === undefined ? [] : findCycleDays(reader, draft);
    if (days.length > 1)
      reader.fail('day is one of several weeks: name it as the cycle does', 'day');
    const given = reader.text('schedule');
    const schedules = (division === undefined ? content.divisions : [division]).flatMap(
      (each) => each.schedules,
    );
    const unique = [...new Map(schedules.map((each) => [each.id, each])).values()];
    const schedule = given === undefined ? undefined : named(unique, given, ({ id }) => id);
    if (given !== undefined && schedule === undefined) {
      reader.fail(
        `there is no schedule "${given}"; there are ${unique.map(({ id }) => id).join(', ')}`,
        'schedule',
      );
    }
    const title = reader.text('title');
    if (given === undefined && title === undefined && days.length === 0) {
      reader.fail('needs a schedule, a day or a title');
    }
    if (reader.hasFailed || date === undefined) return [];
    const more = { division: division?.id, schedule: schedule?.id, cycleDay: days[0], title };
    const plan = { date, ...present(more) };
    origins.set(plan, reader.row);
    return [plan];
  });
  const key = ({ date, division }: DayPlan) => `${date} ${division ?? ''}`;
  const replaced = new Set(added.map(key));
  content.dayPlans = [
    ...content.dayPlans.filter((plan) => !replaced.has(key(plan))),
    ...added,
  ].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
