import { formatRevision, revisionSchema, screenInfoSchema, viewSchema } from '@hallboard/shared';
import * as v from 'valibot';
import type { SchoolRecord, ScreenRecord } from '../store/records.js';

/** A school as administrators see it. */
export const adminSchoolSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** IANA. */
  zone: v.string(),
  revision: revisionSchema,
  /** The last local date that the published program covers. */
  horizon: v.string(),
  /** The school's own say, or `default`. */
  realtime: v.picklist(['on', 'off', 'default']),
});
export type AdminSchool = v.InferOutput<typeof adminSchoolSchema>;

/** A screen as administrators see it: neither its token nor its device's id. */
export const adminScreenSchema = v.object({
  id: v.string(),
  schoolId: v.string(),
  view: viewSchema,
  info: screenInfoSchema,
  state: v.picklist(['unbound', 'bound', 'revoked']),
  /** Whether what showed it last is kept out until it is readmitted (BIND-4). */
  barred: v.boolean(),
});
export type AdminScreen = v.InferOutput<typeof adminScreenSchema>;

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
