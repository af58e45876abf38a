import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../testing/manual-clock.fixture.js';
import { createSeededRandom } from '../../testing/seeded-random.fixture.js';
import { openLibsqlStore } from './libsql-store.js';
import { MIGRATIONS } from './migrations.js';
import { restoreDatabase } from './restore-database.js';
import { SqlDatabase } from './sql-database.js';
import { StoreInUseError } from './store-in-use-error.js';
import { StoreMigrationError } from './store-migration-error.js';

const clock = new ManualClock();
const random = createSeededRandom('restore');
const KEY = {
  id: 'k1',
  name: 'test',
  keyHash: 'a'.repeat(64),
  role: 'owner',
  createdAtMs: 0,
} as const;

let directory: string;
let path: string;
let backup: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hallboard-restore-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  path = join(directory, 'hallboard.db');
  backup = join(directory, 'backup.db');
});

const open = () => openLibsqlStore({ path, clock, random });
const restore = () => restoreDatabase({ from: backup, path, clock, random });

/** A store with one key, and a backup of it. @returns its epoch. */
async function backedUp(): Promise<string> {
  const store = await open();
  await store.addAdminKey(KEY);
  await store.backUp(backup);
  const epoch = await store.epoch();
  await store.close();
  return epoch;
}

describe('restoreDatabase', () => {
  it('plays nothing back that a restore has left which was cut off', async () => {
    await backedUp();
    const other = new SqlDatabase(join(directory, 'other.db'));
    other.exec('PRAGMA cache_size = 1; CREATE TABLE notes (text TEXT);');
    const numbers = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION SELECT x + 1 FROM n WHERE x < 2000)';
    other.exec(`INSERT INTO notes ${numbers} SELECT hex(randomblob(40)) FROM n;`);
    // More than the cache holds, so that the journal is on the disk before the end.
    other.exec(`BEGIN; UPDATE notes SET text = 'x' || text;`);
    copyFileSync(join(directory, 'other.db-journal'), `${path}.restoring-journal`);
    other.exec('ROLLBACK');
    other.close();

    await restore();
    const restored = await open();
    expect(await restored.adminKeys()).toHaveLength(1);
    await restored.close();
  });

  it('[SRV-1] brings back what was backed up, under a new epoch, and keeps what it replaces', async () => {
    const epoch = await backedUp();
    const store = await open();
    await store.addAdminKey({ ...KEY, id: 'k2', keyHash: 'b'.repeat(64) });
    await store.close();

    const aside = await restore();
    const replaced = await openLibsqlStore({ path: aside ?? '', clock, random });
    expect(await replaced.adminKeys()).toHaveLength(2);
    await replaced.close();
    const restored = await open();
    expect(await restored.adminKeys()).toEqual([KEY]);
    expect(await restored.epoch()).not.toBe(epoch);
    await restored.close();
  });

  it('needs no store to replace', async () => {
    await backedUp();
    await rm(path);
    expect(await restore()).toBeUndefined();
    const restored = await open();
    expect(await restored.adminKeys()).toHaveLength(1);
    await restored.close();
  });

  it('leaves alone a store that is in use', async () => {
    const epoch = await backedUp();
    const store = await open();
    await expect(restore()).rejects.toThrow(StoreInUseError);
    expect(await store.epoch()).toBe(epoch);
    await store.close();
    expect(readdirSync(directory).sort()).toEqual(['backup.db', 'hallboard.db']);
  });

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    [
      'is no database',
      () => Buffer.from('a page of text, by mistake'.repeat(40)),
      'not a database',
    ],
    ['is empty', () => Buffer.alloc(0), 'no database of Hallboard'],
    ['was cut off', (bytes) => bytes.subarray(0, bytes.length / 2), 'malformed'],
  ])('refuses a backup that %s, and changes nothing', async (_name, spoil, said) => {
    await backedUp();
    writeFileSync(backup, spoil(readFileSync(backup)));
    const before = readFileSync(path);
    await expect(restore()).rejects.toThrow(said);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(directory).sort()).toEqual(['backup.db', 'hallboard.db']);
  });

  it('refuses one of a newer version, and one that is not there', async () => {
    await expect(restore()).rejects.toThrow(`there is no file ${backup}`);
    await backedUp();
    const database = new SqlDatabase(backup);
    database.exec(`PRAGMA user_version = ${(MIGRATIONS.at(-1)?.version ?? 0) + 1}`);
    database.close();
    await expect(restore()).rejects.toThrow(StoreMigrationError);
    expect(existsSync(`${path}.restoring`)).toBe(false);
  });
});
