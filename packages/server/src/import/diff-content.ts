import type { SchoolContent } from '../content/schema/content-schema.js';

/** What an import changes of one kind of thing; each line is for people. */
export interface KindDiff {
  readonly kind: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** @returns the difference between what is published and what would be; kinds that differ only. */
export function diffContent(before: SchoolContent, after: SchoolContent): readonly KindDiff[] {
  const old = linesOf(before);
  const [oldOrder, order] = [orderOf(before), orderOf(after)];
  return Object.entries(linesOf(after)).flatMap(([kind, lines]): KindDiff[] => {
    const was = old[kind] ?? new Map<string, Line>();
    const added = [...lines].filter(([key]) => !was.has(key));
    const removed = [...was].filter(([key]) => !lines.has(key));
    const changed = [...lines].flatMap(([key, { text }]) => {
      const from = was.get(key);
      return from === undefined || from.text === text ? [] : [`${describe(from)} → ${text}`];
    });
    const isSameSet = added.length + removed.length === 0;
    if (isSameSet && oldOrder[kind] !== order[kind]) changed.push('another order');
    const diff = {
      kind,
      added: added.map(([, line]) => describe(line)),
      changed,
      removed: removed.map(([, line]) => describe(line)),
    };
    return added.length + removed.length + changed.length === 0 ? [] : [diff];
  });
}

interface Line {
  /** What it is called. */
  readonly name: string;
  /** What it says. */
  readonly text: string;
}

/** By what makes each itself. */
type Lines = Map<string, Line>;

/** Ids made by an import say nothing to people. */
function describe({ name, text }: Line): string {
  return name.includes('/') ? text : `${name}: ${text}`;
}

/** Every part of the content: what makes it itself, and what it says. */
function linesOf(content: SchoolContent): Readonly<Record<string, Lines>> {
  const { timetable, divisions } = content;
  const lines = <T extends object>(
    items: readonly T[],
    key: (item: T) => string,
    text: (item: T) => string,
  ): Lines =>
    items.reduce((map: Lines, item) => {
      const name = key(item);
      // What two files give, or a file twice, is there twice.
      let unique = `${name} ${sourceIn(item)}`;
      while (map.has(unique)) unique += '+';
      return map.set(unique, { name, text: text(item) });
    }, new Map());
  const items = <T extends { readonly id: string }>(all: readonly T[]) =>
    lines(all, ({ id }) => id, sayItem);
  const bells = divisions.flatMap((division) =>
    division.schedules.flatMap((schedule) =>
      schedule.slots.map((slot) => ({ at: `${division.id} ${schedule.id} ${slot.key}`, slot })),
    ),
  );
  const weeks = divisions.flatMap(({ id, week }) =>
    Object.entries(week).map(([day, schedule]) => ({ at: `${id} ${day}`, schedule })),
  );
  return {
    classes: lines(
      timetable.classes,
      ({ id }) => id,
      (each) => `${each.name} (${each.division})`,
    ),
    bells: lines(
      bells,
      ({ at }) => at,
      ({ slot: { key, ...rest } }) => say(rest),
    ),
    weekdays: lines(
      weeks,
      ({ at }) => at,
      ({ schedule }) => String(schedule),
    ),
    timetable: lines(
      timetable.lessons,
      (lesson) => `${lesson.class} ${lesson.cycleDay} ${lesson.slot}`,
      ({ class: _, cycleDay, slot, ...rest }) => say(rest),
    ),
    holidays: lines(
      content.holidays,
      ({ from }) => from,
      ({ from, to = from, title }) => `${title}, until ${to}`,
    ),
    'day plans': lines(
      content.dayPlans,
      ({ date, division = 'all' }) => `${date} ${division}`,
      ({ date, division, source, ...rest }) => say(rest),
    ),
    cover: items(content.cover),
    duty: items(content.duty),
    notices: items(content.announcements),
    honours: items(content.honours),
  };
}

/**
 * The order of what a file gave where that is on the wall, and of the plans of files for one date, of
 * which the last counts; by kind, as a text to compare.
 */
function orderOf(content: SchoolContent): Readonly<Record<string, string>> {
  const ordered = <T>(
    items: readonly T[],
    group: (item: T) => string,
    key: (item: T) => string,
  ) => {
    const groups = new Map<string, string[]>();
    for (const item of items) {
      groups.set(group(item), [...(groups.get(group(item)) ?? []), key(item)]);
    }
    return JSON.stringify([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const ofFiles = <T extends { readonly id: string }>(items: readonly T[]) =>
    ordered(
      items.filter(({ id }) => id.startsWith('import/')),
      ({ id }) => id.slice(0, id.lastIndexOf('/')),
      ({ id }) => id,
    );
  return {
    'day plans': ordered(
      content.dayPlans.filter(({ source }) => source !== undefined),
      ({ date, division = 'all' }) => `${date} ${division}`,
      ({ source = '' }) => source,
    ),
    notices: ofFiles(content.announcements),
    honours: ofFiles(content.honours),
  };
}

function sourceIn(item: object): string {
  return 'source' in item ? String(item.source) : '';
}

function sayItem<T extends { readonly id: string }>({ id, ...rest }: T): string {
  return say(rest);
}

/** What people look for first; the rest follows by name. */
const FIRST = ['date', 'slot', 'class', 'title', 'name', 'label', 'start', 'end', 'kind'];

/** The values of fields, without those that say nothing. */
function say(fields: object): string {
  const rank = (field: string) => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length);
  return Object.entries(fields)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(
      ([field, value]) => `${field} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(', ');
}
