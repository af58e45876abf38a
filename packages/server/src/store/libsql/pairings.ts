import * as v from 'valibot';
import type { PairingRecord } from '../records.js';
import type { SqlDatabase } from './sql-database.js';

const COLUMNS = 'code, secret_hash, token_hash, expires_at_ms, kept_until_ms';

const pairingRow = v.pipe(
  v.object({
    code: v.string(),
    secret_hash: v.string(),
    token_hash: v.string(),
    expires_at_ms: v.number(),
    kept_until_ms: v.number(),
  }),
  v.transform(
    (row): PairingRecord => ({
      code: row.code,
      secretHash: row.secret_hash,
      tokenHash: row.token_hash,
      expiresAtMs: row.expires_at_ms,
      keptUntilMs: row.kept_until_ms,
    }),
  ),
);

/** @returns `false` if the code or the secret belongs to another that is kept. */
export function insertPairing(
  database: SqlDatabase,
  pairing: PairingRecord,
  nowMs: number,
): boolean {
  return database.transaction(() => {
    database.run('DELETE FROM pairings WHERE kept_until_ms <= ?', [nowMs]);
    const { code, secretHash, tokenHash, expiresAtMs, keptUntilMs } = pairing;
    const sql = `INSERT OR IGNORE INTO pairings (${COLUMNS}) VALUES (?, ?, ?, ?, ?)`;
    return database.run(sql, [code, secretHash, tokenHash, expiresAtMs, keptUntilMs]) === 1;
  });
}

export function readPairingByCode(database: SqlDatabase, code: string): PairingRecord | undefined {
  return database.get(pairingRow, `SELECT ${COLUMNS} FROM pairings WHERE code = ?`, [code]);
}

export function readPairingBySecret(
  database: SqlDatabase,
  secretHash: string,
): PairingRecord | undefined {
  const sql = `SELECT ${COLUMNS} FROM pairings WHERE secret_hash = ?`;
  return database.get(pairingRow, sql, [secretHash]);
}
