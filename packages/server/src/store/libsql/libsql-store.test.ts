import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { addSchool, type StoreUnderTest } from '../contract/builders.contract.js';
import { storeContract } from '../store.contract.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { openLibsqlStore } from './libsql-store.js';

const clock: Clock = {
  wallMs: () => Date.UTC(2026, 10, 24, 7, 53),
  monotonicMs: () => 0,
  setTimer: () => () => undefined,
};

function countingRandom(): Random {
  let count = 0;
  return {
    bytes: (length) => {
      count += 1;
      return Buffer.alloc(length, count);
    },
    next: () => 0,
  };
}

async function create(): Promise<StoreUnderTest & { readonly path: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'hallboard-store-'));
  const path = join(directory, 'data', 'hallboard.db');
  const random = countingRandom();
  let open = await openLibsqlStore({ path, clock, random });
  return {
    path,
    store: open,
    async restart() {
      await open.close();
      open = await openLibsqlStore({ path, clock, random });
      return open;
    },
    async dispose() {
      await open.close();
      await rm(directory, { recursive: true });
    },
  };
}

storeContract('libsql', create);

describe('libsql store', () => {
  async function opened() {
    const underTest = await create();
    onTestFinished(() => underTest.dispose());
    return underTest;
  }

  it('gives every new database an epoch of its own', async () => {
    const random = countingRandom();
    const directory = await mkdtemp(join(tmpdir(), 'hallboard-store-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const epochs: string[] = [];
    for (const name of ['a.db', 'b.db']) {
      const store = await openLibsqlStore({ path: join(directory, name), clock, random });
      epochs.push(await store.epoch());
      await store.close();
    }
    expect(new Set(epochs).size).toBe(2);
  });

  it('lets others have their turn between what is seen of one school and of the next', async () => {
    const { store } = await opened();
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    for (const schoolId of ['a', 'b', 'c']) {
      await store.saveSights(schoolId, [{ screenId: `${schoolId}-hall`, lastSeenMs: 1 }]);
      await store.sights(schoolId);
    }
    isDone = true;
    expect(turns).toBeGreaterThanOrEqual(6);
  });

  it('[SRV-4] says that it cannot answer once it is closed, instead of answering wrongly', async () => {
    const { store } = await opened();
    await addSchool(store);
    await store.close();
    await store.close();
    await expect(store.school('riverside')).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.claimScreen('s', 'd')).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('names the file that is no database', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hallboard-store-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const path = join(directory, 'notes.txt');
    await writeFile(path, 'Buy chalk.'.repeat(100));
    await expect(openLibsqlStore({ path, clock, random: countingRandom() })).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      cause: { code: 'SQLITE_NOTADB' },
    });
  });

  it('names the file that cannot be opened', async () => {
    const path = await mkdtemp(join(tmpdir(), 'hallboard-store-'));
    onTestFinished(() => rm(path, { recursive: true }));
    await expect(openLibsqlStore({ path, clock, random: countingRandom() })).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      message: expect.stringContaining(`${path} cannot be opened`),
    });
  });

  it('names the directory that cannot be made', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hallboard-store-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const file = join(directory, 'file');
    await writeFile(file, '');
    const path = join(file, 'data', 'hallboard.db');
    await expect(openLibsqlStore({ path, clock, random: countingRandom() })).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      message: expect.stringContaining(join(file, 'data')),
    });
  });
});
