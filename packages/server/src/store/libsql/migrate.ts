import * as v from 'valibot';
import { backUp } from './backup.js';
import type { Migration } from './migrations.js';
import type { SqlDatabase } from './sql-database.js';
import { StoreMigrationError } from './store-migration-error.js';

const versionRow = v.object({ user_version: v.number() });

/**
 * Brings the database to the newest shape: a backup first if it holds anything, then one transaction
 * for each migration (SRV-1).
 * @param backupPath where the backup of a database of `version` goes; must not exist.
 * @throws StoreMigrationError if a migration fails, or the database is newer than this program.
 */
export function migrate(
  database: SqlDatabase,
  migrations: readonly Migration[],
  backupPath: (version: number) => string,
): void {
  const version = database.get(versionRow, 'PRAGMA user_version')?.user_version ?? 0;
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new StoreMigrationError(
      `the database has version ${version}, and this program knows only ${newest}: use a newer one`,
    );
  }
  const pending = migrations.filter((migration) => migration.version > version);
  if (pending.length === 0) return;
  if (version > 0) backUp(database, backupPath(version));
  for (const migration of pending) apply(database, migration);
}

function apply(database: SqlDatabase, { version, sql }: Migration): void {
  try {
    database.transaction(() => {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${version}`);
    });
  } catch (cause) {
    throw new StoreMigrationError(`migration ${version} of the database failed`, { cause });
  }
}
