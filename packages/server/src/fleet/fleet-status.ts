import type { Alert } from '@hallboard/shared';
import type { Clock } from '../ports/clock.js';
import type { SchoolIndex } from '../serving/school-index.js';
import type { ServedSchool } from '../serving/served.js';
import type { ReportRecord, ScreenRecord } from '../store/records.js';
import { isInUse, type ScreenState, screenState } from './screen-status.js';
import type { ScreenWatch } from './screen-watch.js';

/** How one screen is doing (OBS-3). */
export interface ScreenStatus {
  readonly screen: ScreenRecord;
  readonly state: ScreenState;
  readonly lastSeenMs?: number;
  readonly report?: ReportRecord;
}

/** How many screens are in which state. */
export type StateCounts = Readonly<Record<ScreenState, number>>;

/** Which screens have painted an alert and when, and which not yet (ALERT-3). */
export interface Receipts {
  readonly painted: readonly { readonly screen: string; readonly at: number }[];
  readonly waiting: readonly string[];
}

export interface FleetStatusOptions {
  readonly index: SchoolIndex;
  readonly watch: Pick<ScreenWatch, 'sightsOf' | 'currentRevision'>;
  readonly clock: Clock;
}

/** What is known of the screens. Every method rejects if the store cannot answer. */
export interface FleetStatus {
  /** The screens in use, in order of id; `undefined` if there is no such school. */
  school(schoolId: string): Promise<readonly ScreenStatus[] | undefined>;
  /** Counts of each school, in order of id. */
  counts(): Promise<readonly { readonly id: string; readonly counts: StateCounts }[]>;
  /** The receipts of each alert of a school, by its id. */
  receipts(schoolId: string, alerts: readonly Alert[]): Promise<ReadonlyMap<string, Receipts>>;
}

export function createFleetStatus({ index, watch, clock }: FleetStatusOptions): FleetStatus {
  async function statusOf(school: ServedSchool): Promise<readonly ScreenStatus[]> {
    const { id } = school.record;
    const sights = await watch.sightsOf(id);
    const current = watch.currentRevision(id) ?? { revision: school.revision, sinceMs: 0 };
    return [...school.screens.values()]
      .map(({ record }) => record)
      .filter(isInUse)
      .map((screen) => {
        const sight = sights.get(screen.id);
        const state = screenState(sight, current, clock.wallMs());
        if (sight === undefined) return { screen, state };
        const { lastSeenMs, report } = sight;
        return { screen, state, lastSeenMs, ...(report && { report }) };
      });
  }

  return {
    async school(schoolId) {
      const school = index.school(schoolId);
      return school && statusOf(school);
    },

    async counts() {
      const all: { readonly id: string; readonly counts: StateCounts }[] = [];
      for (const school of index.schools()) {
        const counts = { up: 0, stale: 0, silent: 0, never: 0 };
        for (const { state } of await statusOf(school)) counts[state] += 1;
        all.push({ id: school.record.id, counts });
      }
      return all.sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    async receipts(schoolId, alerts) {
      const school = index.school(schoolId);
      const screens = school === undefined ? [] : await statusOf(school);
      return new Map(alerts.map((alert) => [alert.id, receiptsOf(alert, screens)]));
    },
  };
}

function receiptsOf(alert: Alert, screens: readonly ScreenStatus[]): Receipts {
  const painted: { readonly screen: string; readonly at: number }[] = [];
  const waiting: string[] = [];
  for (const { screen, state, report } of screens) {
    const at = report?.report.alerts.find(({ id }) => id === alert.id)?.paintedAt;
    if (at !== undefined) painted.push({ screen: screen.id, at });
    else if (state !== 'never' && isFor(alert, screen)) waiting.push(screen.id);
  }
  return { painted, waiting };
}

/** Whether a screen's view shows what is for these groups (SNAP-8). */
function isFor({ groups }: Alert, { view }: ScreenRecord): boolean {
  return groups.length === 0 || groups.some((group) => view.groups.includes(group));
}
