import { screenInfoSchema, viewSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { type ScreenRecord, viewKey } from '../records.js';
import type { AddScreenOutcome, ScreensPart, UpdateScreenOutcome } from '../store.js';
import { touchSchool } from './change-counters.js';
import { readSchool } from './schools.js';
import type { SqlDatabase } from './sql-database.js';

const COLUMNS = 'id, school_id, token_hash, view, info, device_id, barred_device_id, revoked_at_ms';

const screenRow = v.pipe(
  v.object({
    id: v.string(),
    school_id: v.string(),
    token_hash: v.string(),
    view: v.pipe(v.string(), v.parseJson(), viewSchema),
    info: v.pipe(v.string(), v.parseJson(), screenInfoSchema),
    device_id: v.nullable(v.string()),
    barred_device_id: v.nullable(v.string()),
    revoked_at_ms: v.nullable(v.number()),
  }),
  v.transform(
    (row): ScreenRecord => ({
      id: row.id,
      schoolId: row.school_id,
      tokenHash: row.token_hash,
      view: row.view,
      info: row.info,
      ...(row.device_id !== null && { deviceId: row.device_id }),
      ...(row.barred_device_id !== null && { barredDeviceId: row.barred_device_id }),
      ...(row.revoked_at_ms !== null && { revokedAtMs: row.revoked_at_ms }),
    }),
  ),
);

export function readScreens(
  database: SqlDatabase,
  schoolId: string,
  { after = '', limit }: Partial<ScreensPart> = {},
): ScreenRecord[] {
  const sql = `SELECT ${COLUMNS} FROM screens WHERE school_id = ? AND id > ? ORDER BY id LIMIT ?`;
  // A negative limit is none.
  return database.all(screenRow, sql, [schoolId, after, limit ?? -1]);
}

export function readScreen(database: SqlDatabase, screenId: string): ScreenRecord | undefined {
  return database.get(screenRow, `SELECT ${COLUMNS} FROM screens WHERE id = ?`, [screenId]);
}

export function readScreenByTokenHash(
  database: SqlDatabase,
  tokenHash: string,
): ScreenRecord | undefined {
  const sql = `SELECT ${COLUMNS} FROM screens WHERE token_hash = ?`;
  return database.get(screenRow, sql, [tokenHash]);
}

/** For a screen whose view is in use already; any other is added by a publish. */
export function insertScreen(database: SqlDatabase, screen: ScreenRecord): AddScreenOutcome {
  return database.transaction(() => {
    if (!readSchool(database, screen.schoolId)) return 'unknown-school';
    if (!hasBody(database, screen)) return 'no-body';
    if (isTaken(database, screen)) return 'taken';
    insert(database, screen);
    touchSchool(database, screen.schoolId);
    return 'added';
  });
}

export function updateScreen(database: SqlDatabase, screen: ScreenRecord): UpdateScreenOutcome {
  return database.transaction(() => {
    const refusal = refuseChange(database, screen);
    if (refusal) return refusal;
    if (!hasBody(database, screen)) return 'no-body';
    update(database, screen);
    touchSchool(database, screen.schoolId);
    return 'updated';
  });
}

/**
 * Within a publish, which writes the bodies: adds a screen of version 1, and changes any other.
 * @returns `false` if somebody else added or changed it first.
 */
export function saveScreen(database: SqlDatabase, screen: ScreenRecord): boolean {
  if (screen.info.version === 1) {
    if (isTaken(database, screen)) return false;
    insert(database, screen);
    return true;
  }
  if (refuseChange(database, screen)) return false;
  update(database, screen);
  return true;
}

/** @returns `false` if there is no such screen or it has a tombstone already. */
export function revokeScreen(
  database: SqlDatabase,
  screenId: string,
  revokedAtMs: number,
): boolean {
  return database.transaction(() => {
    const screen = readLiveScreen(database, screenId);
    if (!screen) return false;
    database.run('UPDATE screens SET revoked_at_ms = ? WHERE id = ?', [revokedAtMs, screenId]);
    touchSchool(database, screen.schoolId);
    return true;
  });
}

/** @returns the screen, unless it has a tombstone. */
export function readLiveScreen(database: SqlDatabase, screenId: string): ScreenRecord | undefined {
  const screen = readScreen(database, screenId);
  return screen?.revokedAtMs === undefined ? screen : undefined;
}

function isTaken(database: SqlDatabase, { id, tokenHash }: ScreenRecord): boolean {
  return database.has('SELECT 1 FROM screens WHERE id = ? OR token_hash = ?', [id, tokenHash]);
}

function hasBody(database: SqlDatabase, { schoolId, view }: ScreenRecord): boolean {
  const sql = 'SELECT 1 FROM bodies WHERE school_id = ? AND view_key = ?';
  return database.has(sql, [schoolId, viewKey(view)]);
}

function refuseChange(
  database: SqlDatabase,
  screen: ScreenRecord,
): 'superseded' | 'unknown-screen' | undefined {
  const stored = readLiveScreen(database, screen.id);
  if (stored?.schoolId !== screen.schoolId) return 'unknown-screen';
  return stored.info.version === screen.info.version - 1 ? undefined : 'superseded';
}

function insert(database: SqlDatabase, screen: ScreenRecord): void {
  database.run(
    `INSERT INTO screens (id, school_id, token_hash, view_key, view, info)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [screen.id, screen.schoolId, screen.tokenHash, ...viewAndInfo(screen)],
  );
}

function update(database: SqlDatabase, screen: ScreenRecord): void {
  const sql = 'UPDATE screens SET view_key = ?, view = ?, info = ? WHERE id = ?';
  database.run(sql, [...viewAndInfo(screen), screen.id]);
}

function viewAndInfo({ view, info }: ScreenRecord): string[] {
  return [viewKey(view), JSON.stringify(view), JSON.stringify(info)];
}
