import * as v from 'valibot';
import { isInUse } from '../fleet/screen-status.js';
import type { ServedSchool } from '../serving/served.js';
import type { ScreenRecord } from '../store/records.js';
import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { coversSchool } from './access/permissions.js';
import type { AdminOptions } from './admin-options.js';
import { type Page, pageOf, pageQuerySchema, readQuery } from './page.js';
import { adminScreenSchema, presentScreen } from './present.js';

export const screenListQuerySchema = v.object({
  ...pageQuerySchema.entries,
  /** Part of a screen's name, or of its school's, in either case; absent: all. */
  find: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
});

/** A screen among those of other schools. */
export const listedScreenSchema = v.object({
  ...adminScreenSchema.entries,
  schoolName: v.string(),
});

interface Listed {
  readonly screen: ScreenRecord;
  readonly school: ServedSchool['record'];
}

/**
 * The screens of all schools, to find one of them: as this node serves them, so that no page asks the
 * store for every school.
 */
export function addScreenListRoutes(routes: AdminRoutes, { index }: AdminOptions): void {
  routes.route('/screens').get((request, response) => {
    const { limit, after = '', find = '' } = readQuery(screenListQuerySchema, request.query);
    const caller = callerOf(response);
    const schools = [...index.schools()].filter(({ record }) => coversSchool(caller, record.id));
    const found: Listed[] = [];
    for (const listed of inOrder(schools, find.trim().toLowerCase())) {
      if (cursorOf(listed) > after) found.push(listed);
      if (found.length > limit) break;
    }
    const { items, ...more }: Page<Listed> = pageOf(found, limit, cursorOf);
    const screens = items.map(({ screen, school }) => ({
      ...presentScreen(screen),
      schoolName: school.name,
    }));
    response.json({ screens, ...more });
  });
}

/** Those in use with this in their name or their school's, as `cursorOf` puts them in order. */
function* inOrder(schools: readonly ServedSchool[], find: string): Generator<Listed> {
  const ordered = [...schools].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
  for (const isBound of [false, true]) {
    for (const { record: school, screens } of ordered) {
      const isSchoolNamed = school.name.toLowerCase().includes(find);
      for (const { record: screen } of screens.values()) {
        if (!isInUse(screen) || (screen.deviceId !== undefined) !== isBound) continue;
        const isNamed = isSchoolNamed || screen.info.name.toLowerCase().includes(find);
        if (isNamed) yield { screen, school };
      }
    }
  }
}

/** Those without a device first, then by school and id: a space comes before all that these may have. */
function cursorOf({ screen }: Listed): string {
  return `${screen.deviceId === undefined ? 0 : 1} ${screen.schoolId} ${screen.id}`;
}
