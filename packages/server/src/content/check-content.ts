import { type Checked, check, type Violation } from '@hallboard/shared';
import { checkCalendar } from './checks/check-calendar.js';
import { checkItems } from './checks/check-items.js';
import { checkTimetable } from './checks/check-timetable.js';
import { type SchoolContent, schoolContentSchema } from './schema/content-schema.js';

/** Checks a school's content, in its shape and then in what it refers to; names every violation. */
export function checkContent(value: unknown): Checked<SchoolContent> {
  const shape = check(schoolContentSchema, value);
  if (!shape.ok) return shape;
  const violations: Violation[] = [];
  const report = (path: string, message: string) => void violations.push({ path, message });
  checkCalendar(shape.value, report);
  checkTimetable(shape.value, report);
  checkItems(shape.value, report);
  return violations.length === 0 ? shape : { ok: false, violations };
}
