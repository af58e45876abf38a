import type { SqlDatabase } from './sql-database.js';

/**
 * Writes the whole database into a new file, as it is at this moment.
 * @param path must not exist.
 */
export function backUp(database: SqlDatabase, path: string): void {
  database.run('VACUUM INTO ?', [path]);
}
