import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createAdminSecret } from '../screens/token.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import type { Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { createSeededRandom } from '../testing/seeded-random.fixture.js';
import { ADMIN_KEY_FILE, ensureAdminKey } from './ensure-admin-key.js';

const clock = new ManualClock();
const random = createSeededRandom('admin');
const key = createAdminSecret(random);

let store: Store;
let dataDir: string;

beforeEach(async () => {
  store = await openLibsqlStore({ path: ':memory:', clock, random });
  dataDir = mkdtempSync(join(tmpdir(), 'hallboard-key-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
});

const ensure = (over: Partial<Store> = {}, given = key) =>
  ensureAdminKey({ store: { ...store, ...over }, clock, key: given, dataDir });
const kept = () => readFileSync(join(dataDir, ADMIN_KEY_FILE), 'utf8').trim();

/** A store that did what it was asked to, and answered too late. */
const late: Partial<Store> = {
  async addAdminKey(record) {
    await store.addAdminKey(record);
    throw new StoreUnavailableError('no answer within 300 ms');
  },
};

describe('the first administrator’s key', () => {
  it('is made once, and kept in a file', async () => {
    expect(await ensure()).toBe(key);
    expect(kept()).toBe(key);
    expect(await ensure({}, createAdminSecret(random))).toBeUndefined();
    expect(kept()).toBe(key);
  });

  it('[SRV-9] is still told where the store had it, and answered too late', async () => {
    await expect(ensure(late)).rejects.toThrow(StoreUnavailableError);
    expect(await ensure()).toBe(key);
    expect(kept()).toBe(key);
  });

  it('[SRV-9] is kept where the store did so only after it was asked again', async () => {
    await expect(ensure(late)).rejects.toThrow(StoreUnavailableError);
    expect(await ensure({ adminKeys: async () => [] })).toBe(key);
    expect(kept()).toBe(key);
  });
});
