import * as v from 'valibot';
import { auditNoteText, auditResultText } from '../audit-schemas.js';
import type { AuditNote, AuditRecord, AuditResult } from '../records.js';
import type { AuditQuery } from '../store.js';
import type { SqlDatabase } from './sql-database.js';

const auditRow = v.pipe(
  v.object({ seq: v.number(), note: auditNoteText, result: v.nullable(auditResultText) }),
  v.transform(
    ({ seq, note, result }): AuditRecord => ({
      seq,
      ...note,
      ...result,
      outcome: result === null ? 'unknown' : 'done',
    }),
  ),
);

const seqRow = v.object({ seq: v.number() });

export function insertAudit(database: SqlDatabase, note: AuditNote, maxEntries: number): number {
  return database.transaction(() => {
    const insert = 'INSERT INTO audit (note, school_id) VALUES (?, ?)';
    database.run(insert, [JSON.stringify(note), note.schoolId ?? null]);
    const row = database.get(seqRow, 'SELECT last_insert_rowid() AS seq');
    if (row === undefined) throw new Error('a row that was inserted has an id');
    database.run('DELETE FROM audit WHERE seq <= ?', [row.seq - maxEntries]);
    return row.seq;
  });
}

export function writeAuditResult(database: SqlDatabase, seq: number, result: AuditResult): void {
  database.run('UPDATE audit SET result = ? WHERE seq = ?', [JSON.stringify(result), seq]);
}

export function deleteAudit(database: SqlDatabase, seq: number): void {
  database.run('DELETE FROM audit WHERE seq = ?', [seq]);
}

export function readAudit(database: SqlDatabase, query: AuditQuery): AuditRecord[] {
  const { schoolIds, before = Number.MAX_SAFE_INTEGER, limit } = query;
  const marks = schoolIds?.map(() => '?').join(', ');
  const ofSchools = marks === undefined ? '' : `AND school_id IN (${marks})`;
  const sql = `SELECT seq, note, result FROM audit WHERE seq < ? ${ofSchools}
    ORDER BY seq DESC LIMIT ?`;
  return database.all(auditRow, sql, [before, ...(schoolIds ?? []), limit]);
}
