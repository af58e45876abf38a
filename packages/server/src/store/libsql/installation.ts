import * as v from 'valibot';
import type { Random } from '../../ports/random.js';
import { touchInstallation } from './change-counters.js';
import type { SqlDatabase } from './sql-database.js';

const installationRow = v.object({ epoch: v.string(), realtime_default: v.picklist([0, 1]) });

/** Gives a new database its epoch. */
export function ensureInstallation(database: SqlDatabase, random: Random): void {
  database.run('INSERT OR IGNORE INTO installation (id, epoch) VALUES (1, ?)', [
    createEpoch(random),
  ]);
}

/** @returns a name that no other store has. */
export function createEpoch(random: Random): string {
  return random.bytes(8).readBigUInt64BE().toString(36);
}

export function readInstallation(database: SqlDatabase): {
  readonly epoch: string;
  readonly realtimeDefault: boolean;
} {
  const row = database.get(installationRow, 'SELECT epoch, realtime_default FROM installation');
  if (!row) throw new Error('an opened database has its installation row');
  return { epoch: row.epoch, realtimeDefault: row.realtime_default === 1 };
}

export function writeRealtimeDefault(database: SqlDatabase, on: boolean): void {
  database.transaction(() => {
    database.run('UPDATE installation SET realtime_default = ?', [on ? 1 : 0]);
    touchInstallation(database);
  });
}
