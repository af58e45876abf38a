import * as v from 'valibot';
import {
  type FlagChange,
  type FlagsRecord,
  flagChangeSchema,
  flagsSchema,
  INITIAL_FLAGS,
  KEPT_FLAG_CHANGES,
} from '../flag-records.js';
import type { FlagStore, LeaseRequest } from '../flag-store.js';
import { type ObservationRecord, observationSchema } from '../observation-records.js';
import { touchInstallation } from './change-counters.js';
import type { SqlDatabase } from './sql-database.js';

const jsonOf = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.pipe(v.string(), v.parseJson(), schema);

const flagsRow = v.object({ record: jsonOf(flagsSchema) });
const changesRow = v.object({ changes: jsonOf(v.array(flagChangeSchema)) });
const observationRow = v.object({ report: jsonOf(observationSchema) });

/** The database works synchronously; `async` turns what it throws into rejections. */
export function createFlagStore(database: SqlDatabase): FlagStore {
  return {
    flags: async () => readFlags(database),
    writeFlags: async (flags, changes) => writeFlags(database, flags, changes),
    flagHistory: async (schoolId) => readHistory(database, schoolId),
    takeRolloutLease: async (request) => takeLease(database, request),
    reportObservations: async (report, forgetBeforeMs) =>
      writeReport(database, report, forgetBeforeMs),
    observations: async () =>
      database
        .all(observationRow, 'SELECT report FROM rollout_observations')
        .map(({ report }) => report),
  };
}

/** Appends to a history, within the transaction of the change. */
export function rememberChanges(
  database: SqlDatabase,
  schoolId: string | undefined,
  changes: readonly FlagChange[],
): void {
  const school = schoolId ?? null;
  const text = JSON.stringify(changes);
  database.run('INSERT INTO flag_changes (school_id, changes) VALUES (?, ?)', [school, text]);
  database.run(
    `DELETE FROM flag_changes WHERE school_id IS ? AND id NOT IN
     (SELECT id FROM flag_changes WHERE school_id IS ? ORDER BY id DESC LIMIT ?)`,
    [school, school, KEPT_FLAG_CHANGES],
  );
}

function readFlags(database: SqlDatabase): FlagsRecord {
  return database.get(flagsRow, 'SELECT record FROM flags')?.record ?? INITIAL_FLAGS;
}

function writeFlags(
  database: SqlDatabase,
  flags: FlagsRecord,
  changes: readonly FlagChange[],
): boolean {
  return database.transaction(() => {
    if (readFlags(database).version !== flags.version - 1) return false;
    const sql = 'INSERT OR REPLACE INTO flags (id, record) VALUES (1, ?)';
    database.run(sql, [JSON.stringify(flags)]);
    rememberChanges(database, undefined, changes);
    touchInstallation(database);
    return true;
  });
}

function readHistory(database: SqlDatabase, schoolId: string | undefined): readonly FlagChange[] {
  const sql = 'SELECT changes FROM flag_changes WHERE school_id IS ? ORDER BY id DESC';
  const rows = database.all(changesRow, sql, [schoolId ?? null]);
  return rows.flatMap(({ changes }) => changes);
}

function takeLease(database: SqlDatabase, { node, nowMs, durationMs }: LeaseRequest): boolean {
  const sql = `INSERT INTO rollout_lease (id, node, until_ms) VALUES (1, ?, ?)
    ON CONFLICT (id) DO UPDATE SET node = excluded.node, until_ms = excluded.until_ms
    WHERE node = excluded.node OR until_ms <= ?`;
  return database.run(sql, [node, nowMs + durationMs, nowMs]) > 0;
}

function writeReport(
  database: SqlDatabase,
  report: ObservationRecord,
  forgetBeforeMs: number,
): void {
  database.transaction(() => {
    database.run('DELETE FROM rollout_observations WHERE at_ms < ?', [forgetBeforeMs]);
    database.run('INSERT OR REPLACE INTO rollout_observations VALUES (?, ?, ?)', [
      report.node,
      report.atMs,
      JSON.stringify(report),
    ]);
  });
}
