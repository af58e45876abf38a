import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { fileStamp } from './file-stamp.js';
import { createEpoch } from './installation.js';
import { MIGRATIONS } from './migrations.js';
import { openDatabase } from './open-database.js';
import { SqlDatabase } from './sql-database.js';
import { StoreMigrationError } from './store-migration-error.js';

const checkRow = v.object({ quick_check: v.string() });
const versionRow = v.object({ user_version: v.number() });

export interface RestoreOptions {
  /** A backup. It is only read. */
  readonly from: string;
  /** The database that it becomes; what is there is moved aside. */
  readonly path: string;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Puts a backup in the place of an embedded store that no process has open. The restored store has a
 * new epoch, so that no device takes a revision of before for one that is published from now on;
 * and each of its schools is due, so that the next start publishes it under that epoch.
 *
 * @returns where the database went that was there, if one was.
 * @throws StoreInUseError if a server has it open.
 * @throws StoreMigrationError if the backup is of a newer version than this program.
 * @throws StoreUnavailableError if the backup is no whole database of Hallboard, or cannot be read.
 */
export async function restoreDatabase(options: RestoreOptions): Promise<string | undefined> {
  const { from, path, clock, random } = options;
  if (!existsSync(from)) throw new StoreUnavailableError(`there is no file ${from}`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const copy = `${path}.restoring`;
  // One that was cut off may have left a journal too, which would be played back into this copy.
  for (const rest of ['', '-journal', '-wal']) await rm(`${copy}${rest}`, { force: true });
  await copyFile(from, copy);
  try {
    makeNew(copy, random);
    await sync(copy);
    const aside = await moveAside(path, clock);
    await rename(copy, path);
    await sync(dirname(path));
    return aside;
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  }
}

function makeNew(path: string, random: Random): void {
  const database = new SqlDatabase(path);
  try {
    const found = database.all(checkRow, 'PRAGMA quick_check').map((row) => row.quick_check);
    if (found.join() !== 'ok') throw new StoreUnavailableError('the backup is damaged');
    const version = database.get(versionRow, 'PRAGMA user_version')?.user_version ?? 0;
    const newest = MIGRATIONS.at(-1)?.version ?? 0;
    if (version === 0) throw new StoreUnavailableError('the backup is no database of Hallboard');
    if (version > newest) {
      throw new StoreMigrationError(
        `the backup has version ${version}, and this program knows only ${newest}: use a newer one`,
      );
    }
    database.transaction(() => {
      database.run('UPDATE installation SET epoch = ?', [createEpoch(random)]);
      database.run("UPDATE schools SET horizon = '1970-01-01'");
    });
  } finally {
    database.close();
  }
}

async function moveAside(path: string, clock: Clock): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  // Whoever can open it knows that nobody else has it, and leaves it in one file.
  openDatabase(path).close();
  const aside = `${path}.${fileStamp(clock)}.replaced`;
  await rename(path, aside);
  return aside;
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
