import * as v from 'valibot';
import type { ScreenSightRecord } from '../records.js';
import { reportRecordSchema } from '../report-record.js';
import type { SqlDatabase } from './sql-database.js';

const sightRow = v.pipe(
  v.object({
    screen_id: v.string(),
    last_seen_ms: v.number(),
    report: v.nullable(v.pipe(v.string(), v.parseJson(), reportRecordSchema)),
  }),
  v.transform(
    ({ screen_id: screenId, last_seen_ms: lastSeenMs, report }): ScreenSightRecord => ({
      screenId,
      lastSeenMs,
      ...(report && { report }),
    }),
  ),
);

export function readSights(database: SqlDatabase, schoolId: string): ScreenSightRecord[] {
  const sql = `SELECT screen_id, last_seen_ms, report FROM sights
    WHERE school_id = ? ORDER BY screen_id`;
  return database.all(sightRow, sql, [schoolId]);
}

/**
 * Keeps what is newer, the sight and the report each. It waits for no disk: every school's are written
 * once a minute, and those of a minute are no loss.
 */
export function writeSights(
  database: SqlDatabase,
  schoolId: string,
  sights: readonly ScreenSightRecord[],
): void {
  database.unsyncedTransaction(() => {
    for (const { screenId, lastSeenMs, report } of sights) {
      database.run(
        `INSERT INTO sights (school_id, screen_id, last_seen_ms) VALUES (?, ?, ?)
         ON CONFLICT (school_id, screen_id) DO UPDATE
         SET last_seen_ms = max(last_seen_ms, excluded.last_seen_ms)`,
        [schoolId, screenId, lastSeenMs],
      );
      if (report === undefined) continue;
      database.run(
        `UPDATE sights SET report = ?, reported_at_ms = ?
         WHERE school_id = ? AND screen_id = ? AND reported_at_ms <= ?`,
        [JSON.stringify(report), report.receivedAtMs, schoolId, screenId, report.receivedAtMs],
      );
    }
  });
}
