import type { ScreenInfo, Violation } from '@hallboard/shared';
import type { SchoolContent } from './schema/content-schema.js';

/** Finds what a screen refers to that its school's content does not have. */
export function checkScreen(
  { division, focus }: Pick<ScreenInfo, 'division' | 'focus'>,
  { divisions, timetable }: SchoolContent,
): Violation[] {
  const violations: Violation[] = [];
  if (division !== undefined && !divisions.some(({ id }) => id === division)) {
    violations.push({ path: 'division', message: `there is no division ${division}` });
  }
  if (focus?.kind === 'class' && !timetable.classes.some(({ id }) => id === focus.class)) {
    violations.push({ path: 'focus.class', message: `there is no class ${focus.class}` });
  }
  return violations;
}
