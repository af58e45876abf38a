import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAdminKeys } from './admin-keys.js';
import { migrate } from './migrate.js';
import { MIGRATIONS, type Migration } from './migrations.js';
import { openDatabase } from './open-database.js';

const FIRST: Migration = { version: 1, sql: 'CREATE TABLE notes (text TEXT) STRICT;' };
const SECOND: Migration = {
  version: 2,
  sql: "ALTER TABLE notes ADD COLUMN author TEXT; UPDATE notes SET author = 'unknown';",
};
const BROKEN: Migration = {
  version: 3,
  sql: 'DELETE FROM notes; INSERT INTO nowhere VALUES (1);',
};
const versionRow = v.object({ user_version: v.number() });
const noteRow = v.object({ text: v.string(), author: v.string() });

async function setUp() {
  const directory = await mkdtemp(join(tmpdir(), 'hallboard-migrate-'));
  const database = openDatabase(join(directory, 'hallboard.db'));
  onTestFinished(async () => {
    database.close();
    await rm(directory, { recursive: true });
  });
  return {
    database,
    backupOf: (version: number) => join(directory, `v${version}.backup`),
    version: () => database.get(versionRow, 'PRAGMA user_version')?.user_version,
  };
}

describe('migrate', () => {
  it('makes a new database without a backup', async () => {
    const { database, backupOf, version } = await setUp();
    migrate(database, [FIRST, SECOND], backupOf);
    expect(version()).toBe(2);
    expect([0, 1, 2].map((number) => existsSync(backupOf(number)))).toEqual([false, false, false]);
  });

  it('[SRV-1] backs up what there is, then migrates it', async () => {
    const { database, backupOf } = await setUp();
    migrate(database, [FIRST], backupOf);
    database.run('INSERT INTO notes VALUES (?)', ['kept']);
    migrate(database, [FIRST, SECOND], backupOf);
    expect(database.all(noteRow, 'SELECT * FROM notes')).toEqual([
      { text: 'kept', author: 'unknown' },
    ]);

    const backup = openDatabase(backupOf(1));
    onTestFinished(() => backup.close());
    expect(backup.get(versionRow, 'PRAGMA user_version')).toEqual({ user_version: 1 });
    expect(backup.all(v.object({ text: v.string() }), 'SELECT * FROM notes')).toEqual([
      { text: 'kept' },
    ]);
  });

  it('does nothing to a database that is current', async () => {
    const { database, backupOf } = await setUp();
    migrate(database, [FIRST], backupOf);
    migrate(database, [FIRST], backupOf);
    expect(existsSync(backupOf(1))).toBe(false);
  });

  it('[SRV-1] leaves the database as it was if a migration fails', async () => {
    const { database, backupOf, version } = await setUp();
    migrate(database, [FIRST, SECOND], backupOf);
    database.run('INSERT INTO notes VALUES (?, ?)', ['kept', 'me']);
    const attempt = () => migrate(database, [FIRST, SECOND, BROKEN], backupOf);
    expect(attempt).toThrow(
      expect.objectContaining({
        name: 'StoreMigrationError',
        message: 'migration 3 of the database failed',
        cause: expect.objectContaining({ name: 'StoreUnavailableError' }),
      }),
    );
    expect(version()).toBe(2);
    expect(database.all(noteRow, 'SELECT * FROM notes')).toEqual([{ text: 'kept', author: 'me' }]);
  });

  it('refuses a database that a newer program made', async () => {
    const { database, backupOf } = await setUp();
    migrate(database, [FIRST, SECOND], backupOf);
    expect(() => migrate(database, [FIRST], backupOf)).toThrow(
      'the database has version 2, and this program knows only 1',
    );
  });

  it('[SEC-4] makes the keys of an older store own everything', async () => {
    const { database, backupOf } = await setUp();
    migrate(database, MIGRATIONS.slice(0, 2), backupOf);
    const sql = 'INSERT INTO admin_keys (id, name, key_hash, created_at_ms) VALUES (?, ?, ?, ?)';
    database.run(sql, ['first', 'First administrator', 'hash', 1]);
    migrate(database, MIGRATIONS, backupOf);
    expect(readAdminKeys(database)).toEqual([
      { id: 'first', name: 'First administrator', role: 'owner', keyHash: 'hash', createdAtMs: 1 },
    ]);
  });

  it('numbers its migrations from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(
      MIGRATIONS.map((_, index) => index + 1),
    );
  });
});
