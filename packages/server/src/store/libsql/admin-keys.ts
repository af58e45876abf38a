import * as v from 'valibot';
import { ADMIN_ROLES, type AdminKeyRecord } from '../records.js';
import type { RevokeKeyOutcome } from '../store.js';
import { touchInstallation } from './change-counters.js';
import type { SqlDatabase } from './sql-database.js';

const COLUMNS =
  'id, name, role, schools, key_hash, created_at_ms, expires_at_ms, revoked_at_ms, used_at_ms';

const adminKeyRow = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    role: v.picklist(ADMIN_ROLES),
    schools: v.nullable(v.pipe(v.string(), v.parseJson(), v.array(v.string()))),
    key_hash: v.string(),
    created_at_ms: v.number(),
    expires_at_ms: v.nullable(v.number()),
    revoked_at_ms: v.nullable(v.number()),
    used_at_ms: v.nullable(v.number()),
  }),
  v.transform(
    (row): AdminKeyRecord => ({
      id: row.id,
      name: row.name,
      role: row.role,
      ...(row.schools !== null && { schools: row.schools }),
      keyHash: row.key_hash,
      createdAtMs: row.created_at_ms,
      ...(row.expires_at_ms !== null && { expiresAtMs: row.expires_at_ms }),
      ...(row.revoked_at_ms !== null && { revokedAtMs: row.revoked_at_ms }),
      ...(row.used_at_ms !== null && { usedAtMs: row.used_at_ms }),
    }),
  ),
);

export function readAdminKeys(database: SqlDatabase): AdminKeyRecord[] {
  return database.all(adminKeyRow, `SELECT ${COLUMNS} FROM admin_keys ORDER BY created_at_ms, id`);
}

export function readAdminKeyByHash(
  database: SqlDatabase,
  keyHash: string,
): AdminKeyRecord | undefined {
  const sql = `SELECT ${COLUMNS} FROM admin_keys WHERE key_hash = ?`;
  return database.get(adminKeyRow, sql, [keyHash]);
}

/** @returns `false` if the id or the hash is taken. */
export function insertAdminKey(database: SqlDatabase, key: AdminKeyRecord): boolean {
  return database.transaction(() => {
    const taken = 'SELECT 1 FROM admin_keys WHERE id = ? OR key_hash = ?';
    if (database.has(taken, [key.id, key.keyHash])) return false;
    database.run(`INSERT INTO admin_keys (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
      key.id,
      key.name,
      key.role,
      key.schools === undefined ? null : JSON.stringify(key.schools),
      key.keyHash,
      key.createdAtMs,
      key.expiresAtMs ?? null,
      key.revokedAtMs ?? null,
      key.usedAtMs ?? null,
    ]);
    touchInstallation(database);
    return true;
  });
}

/** Of the whole installation, and for good: what must not become none. */
const IS_LASTING_OWNER = `role = 'owner' AND schools IS NULL AND expires_at_ms IS NULL
  AND revoked_at_ms IS NULL`;

export function revokeAdminKey(
  database: SqlDatabase,
  keyId: string,
  revokedAtMs: number,
): RevokeKeyOutcome {
  return database.transaction(() => {
    const isLive = 'SELECT 1 FROM admin_keys WHERE id = ? AND revoked_at_ms IS NULL';
    if (!database.has(isLive, [keyId])) return 'unknown-key';
    const isOwner = `SELECT 1 FROM admin_keys WHERE id = ? AND ${IS_LASTING_OWNER}`;
    const isOther = `SELECT 1 FROM admin_keys WHERE id <> ? AND ${IS_LASTING_OWNER}`;
    if (database.has(isOwner, [keyId]) && !database.has(isOther, [keyId])) return 'last-owner';
    database.run('UPDATE admin_keys SET revoked_at_ms = ? WHERE id = ?', [revokedAtMs, keyId]);
    touchInstallation(database);
    return 'revoked';
  });
}

export function writeAdminKeyUse(database: SqlDatabase, keyId: string, usedAtMs: number): void {
  database.run('UPDATE admin_keys SET used_at_ms = ? WHERE id = ?', [usedAtMs, keyId]);
}
