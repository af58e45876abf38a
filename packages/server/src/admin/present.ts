import { formatRevision, type Revision, type ScreenInfo, type View } from '@hallboard/shared';
import type { SchoolRecord, ScreenRecord } from '../store/records.js';

/** A school as administrators see it. */
export interface AdminSchool {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly revision: Revision;
  /** The last local date that the published program covers. */
  readonly horizon: string;
  /** The school's own say, or `default`. */
  readonly realtime: 'on' | 'off' | 'default';
}

/** A screen as administrators see it: neither its token nor its device's id. */
export interface AdminScreen {
  readonly id: string;
  readonly schoolId: string;
  readonly view: View;
  readonly info: ScreenInfo;
  readonly state: 'unbound' | 'bound' | 'revoked';
  /** Whether what showed it last is kept out until it is readmitted (BIND-4). */
  readonly barred: boolean;
}

export function presentSchool(school: SchoolRecord, epoch: string): AdminSchool {
  const { id, name, zone, sequence, horizon, realtime = 'default' } = school;
  return { id, name, zone, revision: formatRevision(epoch, sequence), horizon, realtime };
}

export function presentScreen(screen: ScreenRecord): AdminScreen {
  const { id, schoolId, view, info, deviceId, barredDeviceId, revokedAtMs } = screen;
  const owned = deviceId === undefined ? 'unbound' : 'bound';
  const state = revokedAtMs === undefined ? owned : 'revoked';
  return { id, schoolId, view, info, state, barred: barredDeviceId !== undefined };
}
