import type { SchoolContent } from '../schema/content-schema.js';
import { cycleDays } from '../schema/cycle-days.js';
import { type Report, reportRepeated, reportUnknown } from './report.js';

/** Finds what refers to a class, a division, a slot or a day of the cycle that is not there. */
export function checkTimetable(content: SchoolContent, report: Report): void {
  const { classes, lessons } = content.timetable;
  const slotsOf = slotKeys(content);
  const divisionOf = new Map(classes.map((one) => [one.id, one.division]));
  const known = {
    divisions: new Set(slotsOf.keys()),
    classes: new Set(divisionOf.keys()),
    cycleDays: new Set(cycleDays(content.cycle)),
    slots: new Set([...slotsOf.values()].flatMap((keys) => [...keys])),
  };

  const ids = classes.map(({ id }) => id);
  reportRepeated(report, ids, (index) => `timetable.classes[${index}].id`);
  classes.forEach(({ division }, index) => {
    const path = `timetable.classes[${index}].division`;
    reportUnknown(report, known.divisions, division, path, 'division');
  });

  /** For what a class has in a slot. */
  const checkPlace = (place: { class: string; slot: string }, path: string) => {
    reportUnknown(report, known.classes, place.class, `${path}.class`, 'class');
    const slots = slotsOf.get(divisionOf.get(place.class) ?? '');
    if (slots)
      reportUnknown(report, slots, place.slot, `${path}.slot`, 'slot for this class called');
  };
  lessons.forEach((lesson, index) => {
    const path = `timetable.lessons[${index}]`;
    checkPlace(lesson, path);
    reportUnknown(report, known.cycleDays, lesson.cycleDay, `${path}.cycleDay`, 'cycle day');
  });
  reportRepeated(
    report,
    lessons.map((lesson) => `${lesson.class} on ${lesson.cycleDay} in ${lesson.slot}`),
    (index) => `timetable.lessons[${index}]`,
  );

  content.cover.forEach((cover, index) => {
    checkPlace(cover, `cover[${index}]`);
  });
  content.duty.forEach(({ slot, date, cycleDay }, index) => {
    reportUnknown(report, known.slots, slot, `duty[${index}].slot`, 'slot');
    reportUnknown(report, known.cycleDays, cycleDay, `duty[${index}].cycleDay`, 'cycle day');
    if ((date === undefined) === (cycleDay === undefined)) {
      report(`duty[${index}]`, 'must have either a date or a cycleDay');
    }
  });
}

/** The keys of every slot that a division has on any day. */
function slotKeys({ divisions }: SchoolContent): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    divisions.map(({ id, schedules }) => [
      id,
      new Set(schedules.flatMap(({ slots }) => slots.map(({ key }) => key))),
    ]),
  );
}
