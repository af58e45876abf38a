import * as v from 'valibot';
import type { AdminKeyRecord } from '../records.js';
import { touchInstallation } from './change-counters.js';
import type { SqlDatabase } from './sql-database.js';

const adminKeyRow = v.pipe(
  v.object({ id: v.string(), name: v.string(), key_hash: v.string(), created_at_ms: v.number() }),
  v.transform(
    ({ key_hash: keyHash, created_at_ms: createdAtMs, ...key }): AdminKeyRecord => ({
      ...key,
      keyHash,
      createdAtMs,
    }),
  ),
);

export function readAdminKeys(database: SqlDatabase): AdminKeyRecord[] {
  const sql = 'SELECT id, name, key_hash, created_at_ms FROM admin_keys ORDER BY created_at_ms, id';
  return database.all(adminKeyRow, sql);
}

/** @returns `false` if the id or the hash is taken. */
export function insertAdminKey(database: SqlDatabase, key: AdminKeyRecord): boolean {
  return database.transaction(() => {
    const taken = 'SELECT 1 FROM admin_keys WHERE id = ? OR key_hash = ?';
    if (database.has(taken, [key.id, key.keyHash])) return false;
    const sql = 'INSERT INTO admin_keys (id, name, key_hash, created_at_ms) VALUES (?, ?, ?, ?)';
    database.run(sql, [key.id, key.name, key.keyHash, key.createdAtMs]);
    touchInstallation(database);
    return true;
  });
}
