import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { SqlDatabase } from './sql-database.js';
import { StoreInUseError } from './store-in-use-error.js';

/**
 * Opens the file for this process alone. The lock is the operating system's, so a killed process
 * leaves none behind; it also keeps a second connection away, which SQLite 3.45 needs (its WAL can
 * be damaged by two).
 * @throws StoreInUseError if another process has it.
 * @throws StoreUnavailableError if it cannot be opened, or is no database.
 */
export function openDatabase(path: string): SqlDatabase {
  const directory = dirname(path);
  makeDirectory(directory);
  const database = new SqlDatabase(path);
  try {
    // In this order: the mode decides how the first access, which journal_mode makes, locks.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;');
    database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    database.exec('BEGIN IMMEDIATE; COMMIT;');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new StoreInUseError(directory, { cause: error });
    throw error;
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreUnavailableError(`the directory cannot be made: ${String(cause)}`, { cause });
  }
}

function isBusy(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY');
}
