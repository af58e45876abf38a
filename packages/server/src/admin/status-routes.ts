import type { ScreenStatus, StateCounts } from '../fleet/fleet-status.js';
import { callerOf } from './access/caller.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { coversSchool } from './access/permissions.js';
import type { AdminOptions } from './admin-options.js';
import { refusal } from './refusals.js';

/** How the screens are doing: each of a school, and all by count (OBS-3). */
export function addStatusRoutes(routes: AdminRoutes, { fleet }: AdminOptions): void {
  routes.route('/schools/:schoolId/status').get(async ({ params }, response) => {
    const screens = await fleet.school(params.schoolId);
    if (screens === undefined) throw refusal({ kind: 'unknown-school' });
    response.json({ counts: countStates(screens), screens: screens.map(presentStatus) });
  });

  routes.route('/status').get(async (_request, response) => {
    const caller = callerOf(response);
    const schools = (await fleet.counts()).filter(({ id }) => coversSchool(caller, id));
    const counts = { up: 0, stale: 0, silent: 0, never: 0 };
    for (const school of schools) {
      for (const state of STATES) counts[state] += school.counts[state];
    }
    response.json({ counts, schools });
  });
}

const STATES = ['up', 'stale', 'silent', 'never'] as const;

function countStates(screens: readonly ScreenStatus[]): StateCounts {
  const counts = { up: 0, stale: 0, silent: 0, never: 0 };
  for (const { state } of screens) counts[state] += 1;
  return counts;
}

function presentStatus({ screen, state, lastSeenMs, report }: ScreenStatus) {
  return {
    id: screen.id,
    name: screen.info.name,
    state,
    ...(lastSeenMs !== undefined && { lastSeenAt: lastSeenMs }),
    ...(report && {
      report: {
        receivedAt: report.receivedAtMs,
        userAgent: report.userAgent,
        ...report.report,
      },
    }),
  };
}
