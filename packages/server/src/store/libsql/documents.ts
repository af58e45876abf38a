import * as v from 'valibot';
import type { StoredDocument } from '../records.js';
import type { SqlDatabase } from './sql-database.js';

const documentRow = v.object({ text: v.string(), version: v.number() });

export function readDocument(database: SqlDatabase, name: string): StoredDocument | undefined {
  return database.get(documentRow, 'SELECT text, version FROM documents WHERE name = ?', [name]);
}

/** @returns `false` if the stored version is another than the one to replace; 0 replaces none. */
export function writeDocument(
  database: SqlDatabase,
  name: string,
  text: string,
  replaces: number,
): boolean {
  return database.transaction(() => {
    if ((readDocument(database, name)?.version ?? 0) !== replaces) return false;
    const sql = 'INSERT OR REPLACE INTO documents (name, text, version) VALUES (?, ?, ?)';
    database.run(sql, [name, text, replaces + 1]);
    return true;
  });
}
