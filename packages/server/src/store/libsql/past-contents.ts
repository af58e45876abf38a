import * as v from 'valibot';
import { publishNoteSchema } from '../publish-note-schema.js';
import type { PastPublish } from '../records.js';
import type { PastContent } from '../store.js';
import { blobSchema } from './blob-schema.js';
import type { SqlDatabase } from './sql-database.js';

const noteRow = v.pipe(
  v.object({
    sequence: v.number(),
    note: v.pipe(v.string(), v.parseJson(), publishNoteSchema),
  }),
  v.transform(({ sequence, note }): PastPublish => ({ sequence, ...note })),
);
const gzipRow = v.object({ gzip: blobSchema });

export function readHistory(database: SqlDatabase, schoolId: string): PastPublish[] {
  const sql = 'SELECT sequence, note FROM past_contents WHERE school_id = ? ORDER BY sequence DESC';
  return database.all(noteRow, sql, [schoolId]);
}

export function readPastContent(
  database: SqlDatabase,
  schoolId: string,
  sequence: number,
): Buffer | undefined {
  const sql = 'SELECT gzip FROM past_contents WHERE school_id = ? AND sequence = ?';
  return database.get(gzipRow, sql, [schoolId, sequence])?.gzip;
}

/** Part of a publish's transaction. */
export function keepPastContent(
  database: SqlDatabase,
  schoolId: string,
  sequence: number,
  { note, gzip, maxKept }: PastContent,
): void {
  const insert =
    'INSERT OR IGNORE INTO past_contents (school_id, sequence, note, gzip) VALUES (?, ?, ?, ?)';
  database.run(insert, [schoolId, sequence, JSON.stringify(note), gzip]);
  database.run(
    `DELETE FROM past_contents WHERE school_id = ? AND sequence NOT IN (
       SELECT sequence FROM past_contents WHERE school_id = ? ORDER BY sequence DESC LIMIT ?
     )`,
    [schoolId, schoolId, maxKept],
  );
}
