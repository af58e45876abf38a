import type { Router } from 'express';
import type { ScreenStatus, StateCounts } from '../fleet/fleet-status.js';
import { allowOnly } from '../http/express-errors.js';
import type { AdminOptions } from './admin-options.js';
import { refusal } from './refusals.js';

/** How the screens are doing: each of a school, and all by count (OBS-3). */
export function addStatusRoutes(router: Router, { fleet }: AdminOptions): void {
  router
    .route('/schools/:schoolId/status')
    .get(async ({ params }, response) => {
      const screens = await fleet.school(params.schoolId);
      if (screens === undefined) throw refusal({ kind: 'unknown-school' });
      response.json({ counts: countStates(screens), screens: screens.map(presentStatus) });
    })
    .all(allowOnly('GET'));

  router
    .route('/status')
    .get(async (_request, response) => {
      const schools = await fleet.counts();
      const counts = { up: 0, stale: 0, silent: 0, never: 0 };
      for (const school of schools) {
        for (const state of STATES) counts[state] += school.counts[state];
      }
      response.json({ counts, schools });
    })
    .all(allowOnly('GET'));
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
