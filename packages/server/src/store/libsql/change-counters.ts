import * as v from 'valibot';
import type { ChangeCounters } from '../records.js';
import type { SqlDatabase } from './sql-database.js';

const installationRow = v.object({ epoch: v.string(), changes: v.number() });
const schoolRow = v.object({ id: v.string(), changes: v.number() });

/** Advances the school's counter and the global one; call it in the transaction of the write (SRV-8). */
export function touchSchool(database: SqlDatabase, schoolId: string): void {
  database.run('UPDATE schools SET changes = changes + 1 WHERE id = ?', [schoolId]);
  touchInstallation(database);
}

/** Advances the global counter alone, for what belongs to no school (SRV-8). */
export function touchInstallation(database: SqlDatabase): void {
  database.run('UPDATE installation SET changes = changes + 1');
}

export function readCounters(database: SqlDatabase): ChangeCounters {
  const [installation] = database.all(installationRow, 'SELECT epoch, changes FROM installation');
  if (!installation) throw new Error('a migrated database has its installation row');
  const schools = database.all(schoolRow, 'SELECT id, changes FROM schools');
  return {
    epoch: installation.epoch,
    global: installation.changes,
    schools: new Map(schools.map(({ id, changes }) => [id, changes])),
  };
}
