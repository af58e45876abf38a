import * as v from 'valibot';
import type { FlagChange } from '../flag-records.js';
import { raisedAlertsSchema } from '../raised-alert.js';
import type { SchoolRecord } from '../records.js';
import { touchSchool } from './change-counters.js';
import { rememberChanges } from './flags.js';
import type { SqlDatabase } from './sql-database.js';

const COLUMNS =
  'id, name, zone, sequence, horizon, realtime, multi_device, embed_origins, alerts, changes';

const schoolRow = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    zone: v.string(),
    sequence: v.number(),
    horizon: v.string(),
    realtime: v.nullable(v.picklist(['on', 'off'])),
    multi_device: v.picklist([0, 1]),
    embed_origins: v.pipe(v.string(), v.parseJson(), v.array(v.string())),
    alerts: v.pipe(v.string(), v.parseJson(), raisedAlertsSchema),
    changes: v.number(),
  }),
  v.transform(
    ({
      realtime,
      multi_device: multiDevice,
      embed_origins: embedOrigins,
      alerts,
      ...school
    }): SchoolRecord => ({
      ...school,
      ...(realtime && { realtime }),
      ...(multiDevice === 1 && { multiDevice: true }),
      ...(embedOrigins.length > 0 && { embedOrigins }),
      ...(alerts.length > 0 && { alerts }),
    }),
  ),
);

export function readSchools(database: SqlDatabase): SchoolRecord[] {
  return database.all(schoolRow, `SELECT ${COLUMNS} FROM schools ORDER BY id`);
}

export function readSchool(database: SqlDatabase, schoolId: string): SchoolRecord | undefined {
  return database.get(schoolRow, `SELECT ${COLUMNS} FROM schools WHERE id = ?`, [schoolId]);
}

/** @returns `false` if there is no such school. */
export function writeSchoolRealtime(
  database: SqlDatabase,
  schoolId: string,
  realtime: 'on' | 'off' | undefined,
  change?: FlagChange,
): boolean {
  return database.transaction(() => {
    const sql = 'UPDATE schools SET realtime = ? WHERE id = ?';
    if (database.run(sql, [realtime ?? null, schoolId]) === 0) return false;
    if (change !== undefined) rememberChanges(database, schoolId, [change]);
    touchSchool(database, schoolId);
    return true;
  });
}

/** @returns `false` if there is no such school. */
export function writeSchoolMultiDevice(
  database: SqlDatabase,
  schoolId: string,
  allowed: boolean,
): boolean {
  return database.transaction(() => {
    const sql = 'UPDATE schools SET multi_device = ? WHERE id = ?';
    if (database.run(sql, [allowed ? 1 : 0, schoolId]) === 0) return false;
    touchSchool(database, schoolId);
    return true;
  });
}

/** @returns `false` if there is no such school. */
export function writeSchoolEmbedOrigins(
  database: SqlDatabase,
  schoolId: string,
  origins: readonly string[],
): boolean {
  return database.transaction(() => {
    const sql = 'UPDATE schools SET embed_origins = ? WHERE id = ?';
    if (database.run(sql, [JSON.stringify(origins), schoolId]) === 0) return false;
    touchSchool(database, schoolId);
    return true;
  });
}
