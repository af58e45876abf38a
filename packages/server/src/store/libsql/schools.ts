import * as v from 'valibot';
import type { SchoolRecord } from '../records.js';
import { touchSchool } from './change-counters.js';
import type { SqlDatabase } from './sql-database.js';

const COLUMNS = 'id, name, zone, sequence, horizon, realtime, changes';

const schoolRow = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    zone: v.string(),
    sequence: v.number(),
    horizon: v.string(),
    realtime: v.nullable(v.picklist(['on', 'off'])),
    changes: v.number(),
  }),
  v.transform(
    ({ realtime, ...school }): SchoolRecord => ({ ...school, ...(realtime && { realtime }) }),
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
  return database.transaction(() => {
    const sql = 'UPDATE schools SET realtime = ? WHERE id = ?';
    if (database.run(sql, [realtime ?? null, schoolId]) === 0) return false;
    touchSchool(database, schoolId);
    return true;
  });
}
