import * as v from 'valibot';
import { raisedAlertsSchema } from '../raised-alert.js';
import type { SchoolRecord } from '../records.js';
import { touchSchool } from './change-counters.js';
import type { SqlDatabase, SqlValue } from './sql-database.js';

const COLUMNS = 'id, name, zone, sequence, horizon, realtime, multi_device, alerts, changes';

const schoolRow = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    zone: v.string(),
    sequence: v.number(),
    horizon: v.string(),
    realtime: v.nullable(v.picklist(['on', 'off'])),
    multi_device: v.picklist([0, 1]),
    alerts: v.pipe(v.string(), v.parseJson(), raisedAlertsSchema),
    changes: v.number(),
  }),
  v.transform(
    ({ realtime, multi_device: multiDevice, alerts, ...school }): SchoolRecord => ({
      ...school,
      ...(realtime && { realtime }),
      ...(multiDevice === 1 && { multiDevice: true }),
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
): boolean {
  const sql = 'UPDATE schools SET realtime = ? WHERE id = ?';
  return write(database, schoolId, sql, realtime ?? null);
}

/** @returns `false` if there is no such school. */
export function writeSchoolMultiDevice(
  database: SqlDatabase,
  schoolId: string,
  allowed: boolean,
): boolean {
  const sql = 'UPDATE schools SET multi_device = ? WHERE id = ?';
  return write(database, schoolId, sql, allowed ? 1 : 0);
}

function write(database: SqlDatabase, schoolId: string, sql: string, value: SqlValue): boolean {
  return database.transaction(() => {
    if (database.run(sql, [value, schoolId]) === 0) return false;
    touchSchool(database, schoolId);
    return true;
  });
}
