import type { SchoolContent } from '../../content/schema/content-schema.js';
import type { ImportRow } from '../rows/import-row.js';
import { COVER_WORDS, LEVEL_WORDS } from '../values/choices.js';
import type { RowReader } from '../values/row-reader.js';
import { type Draft, itemId, present, readersOf } from './draft.js';
import { findClasses, findCycleDays, findSlots } from './lookups.js';
import { itemPrefix } from './sources.js';

/**
 * Puts in the items of one file, under ids that say so: the file owns them.
 * @param make makes the items of a row; each needs an id from `id`.
 */
function putItems<T extends { readonly id: string }>(
  kept: readonly T[],
  file: string,
  rows: readonly ImportRow[],
  draft: Draft,
  make: (reader: RowReader, id: (...parts: readonly unknown[]) => string) => readonly T[],
): T[] {
  const prefix = itemPrefix(file);
  const taken = new Set<string>();
  const added = readersOf(rows, draft).flatMap((reader) => {
    const items = make(reader, (...parts) => itemId(prefix, parts, taken));
    for (const item of items) draft.origins.set(item, reader.row);
    return reader.hasFailed ? [] : items;
  });
  return [...kept, ...added];
}

/** Changes to lessons. */
export function putCover(file: string, rows: readonly ImportRow[], draft: Draft): void {
  const { content } = draft;
  type Cover = SchoolContent['cover'][number];
  content.cover = putItems(content.cover, file, rows, draft, (reader, id): readonly Cover[] => {
    reader.required('date');
    const date = reader.date('date');
    const kind = reader.choice('kind', COVER_WORDS) ?? 'cover';
    return findClasses(reader, draft, false).flatMap((each) => {
      const divisions = content.divisions.filter((division) => division.id === each.division);
      const slots = findSlots(reader, divisions);
      if (date === undefined) return [];
      const more = present({
        subject: reader.text('subject'),
        teacher: reader.text('teacher'),
        absentTeacher: reader.text('absent'),
        room: reader.text('room'),
        note: reader.text('note'),
      });
      return slots.map((slot) => ({
        id: id(date, slot, each.id),
        groups: [],
        date,
        slot,
        class: each.id,
        kind,
        ...more,
      }));
    });
  });
}

/** Who is on duty where. */
export function putDuty(file: string, rows: readonly ImportRow[], draft: Draft): void {
  const { content } = draft;
  type Duty = SchoolContent['duty'][number];
  content.duty = putItems(content.duty, file, rows, draft, (reader, id): readonly Duty[] => {
    const teacher = reader.required('teacher');
    const place = reader.required('place');
    const date = reader.date('date');
    const hasDay = reader.text('day') !== undefined;
    if ((reader.text('date') !== undefined) === hasDay) {
      reader.fail('needs either a date or a day of the cycle');
    }
    const slots =
      reader.text('period') === undefined ? [undefined] : findSlots(reader, content.divisions);
    const days = hasDay ? findCycleDays(reader, draft) : [undefined];
    return days.flatMap((cycleDay) =>
      slots.map((slot) => ({
        id: id(date, cycleDay, slot, place, teacher),
        groups: [],
        teacher,
        place,
        ...present({ date, cycleDay, slot }),
      })),
    );
  });
}

/** Announcements. */
export function putNotices(file: string, rows: readonly ImportRow[], draft: Draft): void {
  const { content } = draft;
  type Notice = SchoolContent['announcements'][number];
  const make = (
    reader: RowReader,
    id: (...parts: readonly unknown[]) => string,
  ): readonly Notice[] => {
    const title = reader.required('title');
    const window = readWindow(reader);
    const level = reader.choice('level', LEVEL_WORDS) ?? 'info';
    const more = present({ body: reader.text('body') });
    return [{ id: id(title, window.validFrom), level, title, ...more, ...window }];
  };
  content.announcements = putItems(content.announcements, file, rows, draft, make);
}

/** Praise. */
export function putHonours(file: string, rows: readonly ImportRow[], draft: Draft): void {
  const { content } = draft;
  type Honour = SchoolContent['honours'][number];
  content.honours = putItems(
    content.honours,
    file,
    rows,
    draft,
    (reader, id): readonly Honour[] => {
      const name = reader.required('name');
      const title = reader.required('title');
      const more = present({ reason: reader.text('reason') });
      return [{ id: id(name, title), name, title, ...more, ...readWindow(reader) }];
    },
  );
}

function readWindow(reader: RowReader) {
  return {
    groups: [...reader.list('groups')],
    ...present({
      validFrom: reader.moment('from', 'start'),
      validUntil: reader.moment('until', 'end'),
    }),
  };
}
