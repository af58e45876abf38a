import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createFlagStore } from './flags.js';
import { MIGRATIONS, type Migration } from './migrations.js';
import { SqlDatabase } from './sql-database.js';

/** The one that made the flags a record of their own. */
const OWN_RECORD = MIGRATIONS.findIndex(({ sql }) => sql.includes('CREATE TABLE flags'));

let database: SqlDatabase;

beforeEach(() => {
  database = new SqlDatabase(':memory:');
  onTestFinished(() => database.close());
});

function apply(migrations: readonly Migration[]): void {
  for (const { sql } of migrations) database.exec(sql);
}

describe('flags in a database of an earlier version', () => {
  it.each(['on', 'off'] as const)('[SRV-1] keep the default: %s', async (fallback) => {
    apply(MIGRATIONS.slice(0, OWN_RECORD));
    const value = fallback === 'on' ? 1 : 0;
    database.run("INSERT INTO installation (id, epoch, realtime_default) VALUES (1, 'e', ?)", [
      value,
    ]);
    apply(MIGRATIONS.slice(OWN_RECORD));
    const store = createFlagStore(database);
    const flags = await store.flags();
    expect(flags).toMatchObject({ version: 0, isKilled: false, percentage: null, fallback });
    expect(await store.writeFlags({ ...flags, version: 1, isKilled: true }, [])).toBe(true);
  });
});
