import type { Bell, ContentDivision } from '../../content/schema/calendar-schema.js';
import type { SchoolContent } from '../../content/schema/content-schema.js';
import { cycleDays, weekCycleDay } from '../../content/schema/cycle-days.js';
import { asciiDigits } from '../rows/fold.js';
import type { RowReader } from '../values/row-reader.js';
import { readWeekday } from '../values/weekday.js';
import { type Draft, idFrom, named } from './draft.js';

type SchoolClass = SchoolContent['timetable']['classes'][number];

/** @returns the division that a row names, or the school's only one. */
export function findDivision(reader: RowReader, { content }: Draft): ContentDivision | undefined {
  const text = reader.text('division');
  if (text === undefined) {
    if (content.divisions.length === 1) return content.divisions[0];
    reader.fail('division is missing, and the school has several');
    return undefined;
  }
  const found = named(
    content.divisions,
    text,
    ({ id }) => id,
    ({ name }) => name,
  );
  if (found === undefined) reader.fail(`there is no division "${text}"`, 'division');
  return found;
}

/**
 * @param mayAdd whether a class that is not there yet is added.
 * @returns the classes that a row names.
 */
export function findClasses(reader: RowReader, draft: Draft, mayAdd: boolean): SchoolClass[] {
  reader.required('class');
  return reader.list('class').flatMap((name) => {
    const { timetable } = draft.content;
    const found = named(
      timetable.classes,
      name,
      ({ id }) => id,
      (each) => each.name,
    );
    if (found !== undefined) return [found];
    if (!mayAdd) reader.fail(`there is no class "${name}"`, 'class');
    const division = mayAdd ? findDivision(reader, draft) : undefined;
    if (division === undefined) return [];
    const added = { id: idFrom(name), name, division: division.id };
    timetable.classes.push(added);
    draft.origins.set(added, reader.row);
    return [added];
  });
}

/**
 * @returns the keys of the slots that a row names in any of the divisions: one, or those of a double
 * lesson (`1-2`, `3, 4`).
 */
export function findSlots(
  reader: RowReader,
  divisions: readonly ContentDivision[],
): readonly string[] {
  const text = reader.required('period');
  if (text === '') return [];
  const schedules = divisions.flatMap((division) => division.schedules.map(({ slots }) => slots));
  const bells = schedules.flat();
  const key = slotKey(bells, text);
  if (key !== undefined) return [key];
  const parts = text.split(/[,;+&/،]/).map((part) => slotRange(schedules, part.trim()));
  const found = parts.flatMap((part) => part ?? []);
  if (!parts.includes(undefined)) return [...new Set(found)];
  const keys = [...new Set(bells.map((bell) => bell.key))];
  const known =
    keys.length === 0 ? 'there are no bells yet: import them too' : `there are ${keys.join(', ')}`;
  reader.fail(`there is no period "${text}"; ${known}`, 'period');
  return [];
}

/** @returns the key that a text names, or the periods from one that it names to another. */
function slotRange(schedules: readonly (readonly Bell[])[], text: string): string[] | undefined {
  const bells = schedules.flat();
  const single = slotKey(bells, text);
  if (single !== undefined) return [single];
  const [from, to, more] = text.split(/[-–]/).map((each) => slotKey(bells, each.trim()));
  if (from === undefined || to === undefined || more !== undefined) return undefined;
  for (const slots of schedules) {
    const keys = slots.filter(({ kind }) => kind === 'period').map((bell) => bell.key);
    const [first, last] = [keys.indexOf(from), keys.indexOf(to)];
    if (first >= 0 && first <= last) return keys.slice(first, last + 1);
  }
  return undefined;
}

/** By key, by label, or by a number that one key alone ends with: `3` is `p3`. */
function slotKey(bells: readonly Bell[], text: string): string | undefined {
  const unique = [...new Map(bells.map((bell) => [bell.key, bell])).values()];
  const byName = named(
    unique,
    text,
    ({ key }) => key,
    ({ label }) => label,
  );
  if (byName !== undefined) return byName.key;
  const number = /^\D{0,12}?(\d+)\D{0,12}$/.exec(asciiDigits(text))?.[1];
  if (number === undefined) return undefined;
  const ending = new RegExp(`^\\D*0*${Number(number)}$`);
  const numbered = unique.filter(({ key, kind }) => kind === 'period' && ending.test(key));
  return numbered.length === 1 ? numbered[0]?.key : undefined;
}

/** @returns the days of the cycle that a row's day and week mean. */
export function findCycleDays(reader: RowReader, { content }: Draft): readonly string[] {
  const { cycle } = content;
  const text = reader.required('day');
  const week = reader.text('week');
  if (text === '') return [];
  const days = cycleDays(cycle);
  const exact = days.find((day) => day.toLowerCase() === text.toLowerCase());
  if (exact !== undefined && week === undefined) return [exact];
  if (cycle.kind === 'days') {
    const numbered = /^\D*(\d+)\D*$/.exec(asciiDigits(text))?.[1];
    const day = numbered === undefined ? undefined : cycle.days[Number(numbered) - 1];
    if (day === undefined)
      reader.fail(`there is no day "${text}" in the cycle: ${days.join(', ')}`, 'day');
    return day === undefined ? [] : [day];
  }
  const weekday = readWeekday(text);
  if (weekday === undefined) {
    reader.fail(`"${text}" is no weekday`, 'day');
    return [];
  }
  if (cycle.kind === 'weekdays') {
    if (week === undefined) return [weekday];
    reader.fail(`week "${week}" is named, but every week of the school is alike`, 'week');
    return [];
  }
  if (week === undefined) return cycle.weeks.map((each) => weekCycleDay(each, weekday));
  const found = named([...cycle.weeks], week, (each) => each);
  if (found !== undefined) return [weekCycleDay(found, weekday)];
  reader.fail(`there is no week "${week}"; there are ${cycle.weeks.join(', ')}`, 'week');
  return [];
}
