import type { ImportRow } from '../rows/import-row.js';
import { type Draft, idFrom, named, present, readersOf } from './draft.js';
import { findClasses, findCycleDays, findDivision, findSlots } from './lookups.js';

/** Adds classes, and moves those that are there to the division that is named. */
export function putClasses(rows: readonly ImportRow[], draft: Draft): void {
  const { classes } = draft.content.timetable;
  for (const reader of readersOf(rows, draft)) {
    const name = reader.required('class');
    const division = findDivision(reader, draft);
    if (name === '' || division === undefined) continue;
    const known = named(
      classes,
      name,
      ({ id }) => id,
      (each) => each.name,
    );
    if (known === undefined) {
      const added = { id: idFrom(name), name, division: division.id };
      classes.push(added);
      draft.origins.set(added, reader.row);
    } else known.division = division.id;
  }
}

/** Where a row is, as seen from another. */
function elsewhere({ place }: ImportRow, { place: from }: ImportRow): string {
  const isBeside = place.file === from.file;
  return [
    ...(isBeside ? [] : [place.file]),
    ...(place.sheet === undefined || (isBeside && place.sheet === from.sheet)
      ? []
      : [`sheet "${place.sheet}"`]),
    `row ${place.row}`,
  ].join(', ');
}

/** Puts lessons in: a file is the whole timetable of each class that it names. */
export function putTimetable(rows: readonly ImportRow[], draft: Draft): void {
  const { content, origins } = draft;
  const taken = new Map<string, ImportRow>();
  const added = readersOf(rows, draft).flatMap((reader) => {
    const classes = findClasses(reader, draft, true);
    const days = findCycleDays(reader, draft);
    const subject = reader.required('subject');
    const { row } = reader;
    return classes.flatMap(({ id, name, division }) => {
      const slots = findSlots(
        reader,
        content.divisions.filter((each) => each.id === division),
      );
      if (subject === '') return [];
      const places = days.flatMap((cycleDay) => slots.map((slot) => ({ cycleDay, slot })));
      return places.flatMap(({ cycleDay, slot }) => {
        const place = `${id} ${cycleDay} ${slot}`;
        const other = taken.get(place);
        if (other !== undefined) {
          reader.fail(
            `${name} has a lesson on ${cycleDay} in ${slot} already, in ${elsewhere(other, row)}`,
          );
          return [];
        }
        taken.set(place, row);
        const more = present({ teacher: reader.text('teacher'), room: reader.text('room') });
        const lesson = { class: id, cycleDay, slot, subject, ...more };
        origins.set(lesson, row);
        return [lesson];
      });
    });
  });
  const replaced = new Set(added.map((lesson) => lesson.class));
  const kept = content.timetable.lessons.filter((lesson) => !replaced.has(lesson.class));
  content.timetable.lessons = [...kept, ...added];
}
