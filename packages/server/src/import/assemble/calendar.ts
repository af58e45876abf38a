import type { ContentDivision, DayPlan } from '../../content/schema/calendar-schema.js';
import type { SchoolContent } from '../../content/schema/content-schema.js';
import type { ImportRow } from '../rows/import-row.js';
import type { RowReader } from '../values/row-reader.js';
import { type Draft, named, present, readersOf } from './draft.js';
import { findCycleDays, findDivision } from './lookups.js';
import { sourceOf } from './sources.js';

type Holiday = SchoolContent['holidays'][number];

/** Puts holidays in, each owned by its file. Those of other files, and of nobody, stay. */
export function putHolidays(rows: readonly ImportRow[], draft: Draft): void {
  const { content, origins } = draft;
  const added = readersOf(rows, draft).flatMap((reader) => {
    const title = reader.required('title');
    reader.required('from');
    const from = reader.date('from');
    const to = reader.date('to');
    if (reader.hasFailed || from === undefined) return [];
    const isSame = (other: Holiday) => other.from === from && (other.to ?? from) === (to ?? from);
    if (content.holidays.some((other) => other.source === undefined && isSame(other))) {
      reader.warn(
        `somebody entered the holiday of ${from} by hand too, which no file ends`,
        'from',
      );
    }
    const source = sourceOf(reader.row.place.file);
    const holiday = { from, title, ...(to === undefined || to === from ? {} : { to }), source };
    origins.set(holiday, reader.row);
    return [holiday];
  });
  // Those that are over were not taken back.
  const key = ({ from, source }: Holiday) => `${from} ${source ?? ''}`;
  const replaced = new Set(added.map(key));
  const kept = content.holidays.filter((holiday) => !replaced.has(key(holiday)));
  content.holidays = [...kept, ...added].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Puts day plans in, each owned by its file. Those of other files, and of nobody, stay. */
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
    const bells = given === undefined ? {} : findBells(reader, given, division, content);
    const title = reader.text('title');
    if (given === undefined && title === undefined && days.length === 0) {
      reader.fail('needs a schedule, a day or a title');
    }
    if (reader.hasFailed || date === undefined) return [];
    const more = { division: division?.id, cycleDay: days[0], title };
    const source = sourceOf(reader.row.place.file);
    const plan = { date, ...present(more), ...bells, source };
    if (content.dayPlans.some((other) => isSetFor(plan, other))) {
      reader.warn(`somebody planned ${date} by hand, which counts more`, 'date');
    }
    origins.set(plan, reader.row);
    return [plan];
  });
  const key = ({ date, division, source }: DayPlan) => `${date} ${division ?? ''} ${source ?? ''}`;
  const replaced = new Set(added.map(key));
  const order = ({ date, division }: DayPlan) => `${date} ${division ?? ''}`;
  // Of those for one date, the newest stays the last: it counts.
  content.dayPlans = [
    ...content.dayPlans.filter((plan) => !replaced.has(key(plan))),
    ...added,
  ].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Whether somebody planned the same date by hand. */
function isSetFor({ date, division }: DayPlan, other: DayPlan): boolean {
  return other.source === undefined && other.date === date && other.division === division;
}

/** @returns the template of that name, or else the schedule. */
function findBells(
  reader: RowReader,
  name: string,
  division: ContentDivision | undefined,
  { divisions, dayTemplates }: SchoolContent,
): Pick<DayPlan, 'template' | 'schedule'> {
  const template = named(
    dayTemplates,
    name,
    ({ id }) => id,
    ({ title }) => title,
  );
  if (template !== undefined) return { template: template.id };
  const of = division === undefined ? divisions : [division];
  const ids = [...new Set(of.flatMap(({ schedules }) => schedules.map(({ id }) => id)))];
  const schedule = named(ids, name, (id) => id);
  if (schedule !== undefined) return { schedule };
  const known = [...dayTemplates.map(({ id }) => id), ...ids].join(', ');
  reader.fail(`there is no schedule "${name}"; there are ${known}`, 'schedule');
  return {};
}
