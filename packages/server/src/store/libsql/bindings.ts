import type {
  ClaimOutcome,
  OwnerAfterwards,
  ReplaceTokenOutcome,
  UnbindOutcome,
} from '../store.js';
import { touchSchool } from './change-counters.js';
import { readLiveScreen } from './screens.js';
import type { SqlDatabase } from './sql-database.js';

export function claimScreen(
  database: SqlDatabase,
  screenId: string,
  deviceId: string,
  lapsed?: string,
): ClaimOutcome {
  return database.transaction(() => {
    const screen = readLiveScreen(database, screenId);
    if (!screen) return 'unknown-screen';
    const sql = `UPDATE screens SET device_id = ?, barred_device_id = NULL
      WHERE id = ? AND (device_id IS NULL OR device_id = ?) AND barred_device_id IS NOT ?`;
    if (database.run(sql, [deviceId, screenId, lapsed ?? null, deviceId]) === 1) {
      touchSchool(database, screen.schoolId);
      return 'won';
    }
    if (screen.deviceId === undefined) return 'barred';
    return screen.deviceId === deviceId ? 'mine' : 'taken';
  });
}

export function unbindScreen(database: SqlDatabase, screenId: string): UnbindOutcome {
  const sql = `UPDATE screens SET barred_device_id = device_id, device_id = NULL
    WHERE id = ? AND device_id IS NOT NULL`;
  return change(database, screenId, sql);
}

export function readmitDevice(database: SqlDatabase, screenId: string): UnbindOutcome {
  const sql = `UPDATE screens SET barred_device_id = NULL
    WHERE id = ? AND barred_device_id IS NOT NULL`;
  return change(database, screenId, sql);
}

export function replaceToken(
  database: SqlDatabase,
  screenId: string,
  tokenHash: string,
  owner: OwnerAfterwards,
): ReplaceTokenOutcome {
  return database.transaction(() => {
    const screen = readLiveScreen(database, screenId);
    if (!screen) return 'unknown-screen';
    if (database.has('SELECT 1 FROM screens WHERE token_hash = ?', [tokenHash])) return 'taken';
    database.run('UPDATE screens SET token_hash = ? WHERE id = ?', [tokenHash, screenId]);
    if (owner === 'free-owner') {
      const sql = 'UPDATE screens SET device_id = NULL, barred_device_id = NULL WHERE id = ?';
      database.run(sql, [screenId]);
    }
    touchSchool(database, screen.schoolId);
    return 'replaced';
  });
}

function change(database: SqlDatabase, screenId: string, sql: string): UnbindOutcome {
  return database.transaction(() => {
    const screen = readLiveScreen(database, screenId);
    if (!screen) return 'unknown-screen';
    if (database.run(sql, [screenId]) === 0) return 'unchanged';
    touchSchool(database, screen.schoolId);
    return 'changed';
  });
}
