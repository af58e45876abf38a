import type { Bell, ContentDivision } from '../../content/schema/calendar-schema.js';
import { WEEKDAYS } from '../../content/schema/weekdays.js';
import { asciiDigits } from '../rows/fold.js';
import type { ImportRow } from '../rows/import-row.js';
import { SLOT_WORDS, YES_NO } from '../values/choices.js';
import type { RowReader } from '../values/row-reader.js';
import { type Draft, idFrom, named, readersOf } from './draft.js';
import { findDivision } from './lookups.js';

const DEFAULT_SCHEDULE = 'regular';
/** What passes midnight is shorter; 12:55 to 1:40 is an afternoon without its pm. */
const MAX_MINUTES = 12 * 60;

/** Puts bells in: a file is the whole of each schedule that it names. */
export function putBells(rows: readonly ImportRow[], draft: Draft): void {
  const cleared = new Set<object>();
  const named = new Map<ContentDivision, Set<string>>();
  for (const reader of readersOf(rows, draft)) {
    const division = findDivision(reader, draft);
    const bell = readBell(reader);
    const days = reader.weekdays('days');
    if (division === undefined || bell === undefined || reader.hasFailed) continue;
    const schedule = scheduleOf(reader, division);
    if (!cleared.has(schedule)) schedule.slots = [];
    cleared.add(schedule);
    schedule.slots.push(bell);
    draft.origins.set(bell, reader.row);
    const ids = named.get(division) ?? new Set();
    named.set(division, ids.add(schedule.id));
    for (const day of days ?? []) {
      const other = division.week[day];
      if (other !== schedule.id && other !== undefined && ids.has(other)) {
        reader.fail(`${day} has the schedule "${other}" already`, 'days');
      } else if (draft.content.weekend.includes(day)) {
        reader.fail(`${day} is a day of the weekend`, 'days');
      } else division.week[day] = schedule.id;
    }
  }
  for (const [division, ids] of named) useOnlySchedule(division, ids, draft);
}

/** A school that has one schedule, and never said when, has it on each of its days. */
function useOnlySchedule(
  { week, schedules }: ContentDivision,
  ids: Set<string>,
  { content }: Draft,
): void {
  const [only] = ids;
  if (only === undefined || schedules.length > 1 || Object.keys(week).length > 0) return;
  for (const day of WEEKDAYS) if (!content.weekend.includes(day)) week[day] = only;
}

function scheduleOf(
  reader: RowReader,
  division: ContentDivision,
): ContentDivision['schedules'][number] {
  const name = reader.text('schedule') ?? DEFAULT_SCHEDULE;
  const known = named(division.schedules, name, ({ id }) => id);
  if (known !== undefined) return known;
  const added = { id: idFrom(name), slots: [] };
  division.schedules.push(added);
  return added;
}

function readBell(reader: RowReader): Bell | undefined {
  const period = reader.required('period');
  const start = reader.time('start');
  const end = reader.time('end');
  if (reader.text('start') === undefined) reader.fail('start is missing');
  if (reader.text('end') === undefined) reader.fail('end is missing');
  const kind = reader.choice('kind', SLOT_WORDS) ?? 'period';
  const rings = reader.choice('bell', YES_NO) ?? 'yes';
  if (start === undefined || end === undefined || period === '') return undefined;
  if (end < start && minutesOf(end) + 24 * 60 - minutesOf(start) > MAX_MINUTES) {
    reader.fail(`${end} is before ${start}: write 13:40, or 1:40 pm, for the afternoon`, 'end');
  }
  const isNumber = /^\d+$/.test(asciiDigits(period));
  return {
    key: isNumber ? `p${Number(asciiDigits(period))}` : idFrom(period).slice(0, 100),
    kind,
    label: reader.text('label') ?? period,
    start,
    end,
    bell: rings === 'yes',
  };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
