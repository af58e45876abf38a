import * as v from 'valibot';
import type { Random } from '../../ports/random.js';
import type { SqlDatabase } from './sql-database.js';

const installationRow = v.object({ epoch: v.string() });

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

export function readEpoch(database: SqlDatabase): string {
  const row = database.get(installationRow, 'SELECT epoch FROM installation');
  if (!row) throw new Error('an opened database has its installation row');
  return row.epoch;
}
