import * as v from 'valibot';
import type { BodyRecord } from '../records.js';
import type { PublishedState, PublishOutcome, PublishWrite } from '../store.js';
import { blobSchema } from './blob-schema.js';
import { touchSchool } from './change-counters.js';
import { keepPastContent } from './past-contents.js';
import { readSchool } from './schools.js';
import { saveScreen } from './screens.js';
import type { SqlDatabase } from './sql-database.js';

const contentRow = v.object({ content: v.string() });

const bodyRow = v.pipe(
  v.object({
    view_key: v.string(),
    revision: v.string(),
    etag: v.string(),
    json: blobSchema,
    brotli: blobSchema,
    gzip: blobSchema,
  }),
  v.transform(({ view_key: viewKey, ...body }): BodyRecord => ({ viewKey, ...body })),
);

export function readContent(database: SqlDatabase, schoolId: string): string | undefined {
  const sql = 'SELECT content FROM contents WHERE school_id = ?';
  return database.get(contentRow, sql, [schoolId])?.content;
}

export function readBodies(database: SqlDatabase, schoolId: string): BodyRecord[] {
  const sql = `SELECT view_key, revision, etag, json, brotli, gzip FROM bodies
    WHERE school_id = ? ORDER BY view_key`;
  return database.all(bodyRow, sql, [schoolId]);
}

/** @returns `false` if the id is taken. */
export function insertSchool(
  database: SqlDatabase,
  schoolId: string,
  state: PublishedState,
): boolean {
  return database.transaction(() => {
    if (readSchool(database, schoolId)) return false;
    database.run(
      `INSERT INTO schools (id, name, zone, sequence, horizon, alerts, changes)
       VALUES (?, ?, ?, 1, ?, ?, 0)`,
      [schoolId, state.name, state.zone, state.horizon, alertsText(state)],
    );
    writeState(database, schoolId, state, 1);
    touchSchool(database, schoolId);
    return true;
  });
}

/** The one write of a publish: all of it, or, unless the outcome is `published`, nothing. */
export function writePublish(database: SqlDatabase, write: PublishWrite): PublishOutcome {
  try {
    return database.transaction(() => publish(database, write));
  } catch (error) {
    if (error instanceof Superseded) return { kind: 'superseded' };
    throw error;
  }
}

function publish(database: SqlDatabase, write: PublishWrite): PublishOutcome {
  const { schoolId, baseSequence } = write;
  const current = readSchool(database, schoolId);
  if (!current) return { kind: 'unknown-school' };
  if (current.sequence !== baseSequence) return { kind: 'superseded' };

  database.run(
    `UPDATE schools SET name = ?, zone = ?, horizon = ?, sequence = ?, alerts = ? WHERE id = ?`,
    [write.name, write.zone, write.horizon, baseSequence + 1, alertsText(write), schoolId],
  );
  if (write.pastBefore) keepPastContent(database, schoolId, baseSequence, write.pastBefore);
  writeState(database, schoolId, write, baseSequence + 1);
  if (write.screen && !saveScreen(database, write.screen)) throw new Superseded();
  if (hasScreenWithoutBody(database, schoolId)) throw new Superseded();
  touchSchool(database, schoolId);

  const school = readSchool(database, schoolId);
  if (!school) throw new Error('a school that was updated exists');
  return { kind: 'published', school };
}

function writeState(
  database: SqlDatabase,
  schoolId: string,
  state: PublishedState,
  sequence: number,
): void {
  database.run('INSERT OR REPLACE INTO contents (school_id, content) VALUES (?, ?)', [
    schoolId,
    state.content,
  ]);
  if (state.past) keepPastContent(database, schoolId, sequence, state.past);
  database.run('DELETE FROM bodies WHERE school_id = ?', [schoolId]);
  for (const body of state.bodies) {
    database.run(
      `INSERT INTO bodies (school_id, view_key, revision, etag, json, brotli, gzip)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [schoolId, body.viewKey, body.revision, body.etag, body.json, body.brotli, body.gzip],
    );
  }
}

function alertsText({ alerts = [] }: PublishedState): string {
  return JSON.stringify(alerts);
}

/** A screen was added beside the publish, so its view is not among the bodies. */
function hasScreenWithoutBody(database: SqlDatabase, schoolId: string): boolean {
  return database.has(
    `SELECT 1 FROM screens WHERE school_id = ? AND revoked_at_ms IS NULL AND NOT EXISTS (
       SELECT 1 FROM bodies
       WHERE bodies.school_id = screens.school_id AND bodies.view_key = screens.view_key
     ) LIMIT 1`,
    [schoolId],
  );
}

/** Rolls the publish back. */
class Superseded extends Error {}
