import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatabasePlace } from './database-place.js';
import { claimRing } from './ring-record.js';
import { faultyPlace, handClock, settled } from './storage.fixture.js';

describe('createDatabasePlace', () => {
  const register = faultyPlace('register');
  let clock = handClock();
  let factory = new IDBFactory();
  beforeEach(() => {
    register.entries.clear();
    clock = handClock();
    factory = new IDBFactory();
    vi.stubGlobal('indexedDB', factory);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** A boot: the database is used once, for better or worse. */
  async function boot(): Promise<string | undefined> {
    const found = await createDatabasePlace({ clock, register })
      .get('key')
      .catch(() => 'failed');
    await settled();
    return found;
  }
  /** The first database, as idb-keyval would make it. */
  const openRaw = (): Promise<IDBDatabase> =>
    new Promise((resolve) => {
      const request = factory.open('hallboard');
      request.onupgradeneeded = () => request.result.createObjectStore('keyval');
      request.onsuccess = () => resolve(request.result);
    });
  const names = async (): Promise<unknown[]> => (await factory.databases()).map(({ name }) => name);
  const breakOpening = () =>
    vi.spyOn(factory, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });

  it('[TIME-3] of two tabs that write a ring down at the same time, one is the first', async () => {
    const tabs = [1, 2].map(() => createDatabasePlace({ clock, register }));
    const claims = await Promise.all(tabs.map((tab) => claimRing([tab], 'x/', clock, 'p1')));
    expect(claims.sort()).toEqual(['again', 'first']);
  });

  it('opens the connection anew when it died without a word', async () => {
    const place = createDatabasePlace({ clock, register });
    await place.set('key', 'text');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    expect(await place.get('key')).toBe('text');
  });

  it('[STORE-9] takes a new name after two boots on which it did not open', async () => {
    await createDatabasePlace({ clock, register }).set('key', 'old');
    await settled();
    const broken = breakOpening();
    expect(await boot()).toBe('failed');
    expect(await boot()).toBe('failed');
    broken.mockRestore();
    expect(await boot()).toBeUndefined();
    await createDatabasePlace({ clock, register }).set('key', 'new');
    await settled();
    expect(await boot()).toBe('new');
  });

  it('[STORE-9] [P-8] deletes the database that it replaced, once the new one has opened', async () => {
    (await openRaw()).close();
    const broken = breakOpening();
    await boot();
    await boot();
    expect(await names()).toEqual(['hallboard']);
    broken.mockRestore();
    await boot();
    await vi.waitFor(async () => expect(await names()).toEqual(['hallboard-2']));
  });

  it('[STORE-9] keeps the name after a single failure, and counts in a row only', async () => {
    await createDatabasePlace({ clock, register }).set('key', 'old');
    await settled();
    for (let round = 0; round < 3; round += 1) {
      const broken = breakOpening();
      await boot();
      broken.mockRestore();
      expect(await boot()).toBe('old');
    }
  });

  it('[STORE-9] counts a database that hangs, unless it opens late', async () => {
    const database = await openRaw();
    const late = {} as { result: IDBDatabase; onsuccess: () => void };
    vi.spyOn(factory, 'open').mockReturnValue(late as unknown as IDBOpenDBRequest);
    const found = createDatabasePlace({ clock, register }).get('key');
    await settled();
    await clock.advance(2000);
    expect(register.entries.get('database')).toBe('{"generation":1,"failures":1}');
    late.result = database;
    late.onsuccess();
    expect(await found).toBeUndefined();
    await vi.waitFor(() =>
      expect(register.entries.get('database')).toBe('{"generation":1,"failures":0}'),
    );
  });

  it('[STORE-9] keeps the name where its failures cannot be counted', async () => {
    register.reads = 'rejects';
    register.writes = 'rejects';
    await createDatabasePlace({ clock, register }).set('key', 'old');
    const broken = breakOpening();
    for (let count = 0; count < 3; count += 1) await boot();
    broken.mockRestore();
    expect(await boot()).toBe('old');
    register.reads = 'none';
    register.writes = 'none';
  });

  it('[STORE-9] starts from the first name where the note of it is damaged', async () => {
    await createDatabasePlace({ clock, register }).set('key', 'old');
    await settled();
    for (const note of ['', 'null', '{}', '[1]', '{"generation":"2","failures":0}']) {
      register.entries.set('database', note);
      expect(await boot()).toBe('old');
    }
  });
});
