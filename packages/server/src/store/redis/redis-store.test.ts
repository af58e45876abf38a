import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createSystemClock } from '../../adapters/system-clock.js';
import { createSystemRandom } from '../../adapters/system-random.js';
import { silentLogger } from '../../logging/logger.js';
import { RedisServer } from '../../testing/redis-server.fixture.js';
import { note } from '../contract/audit.contract.js';
import { addSchool, type StoreUnderTest, screen } from '../contract/builders.contract.js';
import { INITIAL_FLAGS } from '../flag-records.js';
import { storeContract } from '../store.contract.js';
import type { Store } from '../store.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { type EpochMemory, openRedisStore } from './redis-store.js';

let server: RedisServer;
let client: ReturnType<typeof createClient>;

beforeAll(async () => {
  server = await RedisServer.start();
  client = createClient({ url: server.url });
  await client.on('error', () => undefined).connect();
});

afterAll(async () => {
  client.destroy();
  await server.dispose();
});

/** A node's memory, which the test can look into. */
function remember(epoch?: string): EpochMemory & { epoch: string | undefined } {
  return {
    epoch,
    async read() {
      return this.epoch;
    },
    async write(written) {
      this.epoch = written;
    },
  };
}

function open(memory = remember()): Promise<Store> {
  return openRedisStore({
    memory,
    url: server.url,
    deadlineMs: 5000,
    allowLoss: false,
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger: silentLogger,
  });
}

async function create(): Promise<StoreUnderTest> {
  await client.flushAll();
  let store = await open();
  return {
    store,
    async restart() {
      await store.close();
      store = await open();
      return store;
    },
    dispose: () => store.close(),
  };
}

storeContract('redis', create);

describe('redis store', () => {
  async function opened(): Promise<Store> {
    const { store, dispose } = await create();
    onTestFinished(dispose);
    return store;
  }

  it('[SRV-9] is read where Redis is full, and says that nothing can be written', async () => {
    const store = await opened();
    await addSchool(store);
    await client.configSet('maxmemory', '1');
    onTestFinished(async () => {
      await client.configSet('maxmemory', '0');
    });
    const sights = [{ screenId: 'hall', lastSeenMs: 1 }];
    const written = store.saveSights('riverside', sights);
    await expect(written).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await store.sights('riverside')).toEqual([]);
    await client.configSet('maxmemory', '0');
    await store.saveSights('riverside', sights);
    expect(await store.sights('riverside')).toEqual(sights);
  });

  it('[SRV-1] keeps every key of a school on one node of a cluster', async () => {
    const store = await opened();
    await addSchool(store);
    await store.addScreen(screen('s1'));
    const keys = (await client.keys('*')).sort();
    expect(keys).toEqual([
      'hb:1:installation',
      'hb:1:schools',
      'hb:1:screen-schools',
      'hb:1:token-screens',
      'hb:1:{riverside}:bodies',
      'hb:1:{riverside}:content',
      'hb:1:{riverside}:school',
      'hb:1:{riverside}:screens',
    ]);
  });

  it('[SRV-1] is one store for every node that opens it', async () => {
    const store = await opened();
    const other = await open();
    onTestFinished(() => other.close());
    await addSchool(store);
    await store.addScreen(screen('s1'));
    expect(await other.epoch()).toBe(await store.epoch());
    expect(await other.claimScreen('s1', 'first')).toBe('won');
    expect(await store.claimScreen('s1', 'second')).toBe('taken');
  });

  it('[SRV-4] answers nothing once its data is gone, and begins no other by itself', async () => {
    const store = await opened();
    await addSchool(store);
    await store.addScreen(screen('s1'));
    await client.flushAll();
    const asked: (() => Promise<unknown>)[] = [
      () => store.epoch(),
      () => store.counters(),
      () => store.schools(),
      () => store.school('riverside'),
      () => store.content('riverside'),
      () => store.bodies('riverside'),
      () => store.screens('riverside'),
      () => store.screen('s1'),
      () => store.screenByTokenHash('hash of s1'),
      () => store.addScreen(screen('s2')),
      () => store.updateScreen(screen('s1', { info: { version: 2 } })),
      () => store.revokeScreen('s1', 1),
      () => store.claimScreen('s1', 'device'),
      () => store.setSchoolRealtime('riverside', 'on'),
      () => store.adminKeys(),
      () =>
        store.addAdminKey({ id: 'k', name: 'Ada', role: 'owner', keyHash: 'h', createdAtMs: 1 }),
      () => store.adminKeyByHash('h'),
      () => store.revokeAdminKey('k', 1),
      () => store.noteAdminKeyUse('k', 1),
      () => store.beginAudit(note(), 10),
      () => store.audit({ limit: 10 }),
      () => store.flags(),
      () => store.writeFlags({ ...INITIAL_FLAGS, version: 1 }, []),
      () => store.flagHistory(),
      () => store.flagHistory('riverside'),
      () => store.takeRolloutLease({ node: 'a', nowMs: 1, durationMs: 1 }),
      () => store.reportObservations({ node: 'a', atMs: 1, slices: [] }, 0),
      () => store.observations(),
      () =>
        store.addSchool('other', { name: 'a', zone: 'UTC', content: '', horizon: '', bodies: [] }),
      () =>
        store.publish({
          schoolId: 'riverside',
          baseSequence: 1,
          name: 'a',
          zone: 'UTC',
          content: '',
          horizon: '',
          bodies: [],
        }),
    ];
    for (const ask of asked) {
      await expect(ask()).rejects.toBeInstanceOf(StoreUnavailableError);
    }
    expect(await client.keys('*')).toEqual([]);
  });

  it('[SRV-4] is not begun anew by a node that knew it, until that may forget it', async () => {
    await client.flushAll();
    const memory = remember();
    const first = await open(memory);
    const epoch = await first.epoch();
    await first.close();
    expect(memory.epoch).toBe(epoch);

    await client.flushAll();
    const restarted = await open(memory);
    await expect(restarted.epoch()).rejects.toThrow('the data is gone from Redis');
    await restarted.close();
    expect(await client.keys('*')).toEqual([]);

    const anew = await open();
    expect(await anew.epoch()).not.toBe(epoch);
    await anew.close();
  });

  it('heals what a crash left between reserving an id and adding its screen', async () => {
    const store = await opened();
    await addSchool(store);
    await addSchool(store, 'other');
    await client.hSet('hb:1:screen-schools', 's1', 'riverside');
    expect(await store.screen('s1')).toBeUndefined();
    expect(await store.addScreen(screen('s1', { schoolId: 'other' }))).toBe('taken');
    expect(await store.addScreen(screen('s1', { tokenHash: 'second' }))).toBe('added');
    expect(await store.screenByTokenHash('second')).toEqual(screen('s1', { tokenHash: 'second' }));
  });

  it('[SEC-4] makes the keys of an older store own everything', async () => {
    const store = await opened();
    const old = { id: 'first', name: 'First administrator', keyHash: 'h', createdAtMs: 1 };
    await client.hSet('hb:1:installation', {
      'admin-key first': JSON.stringify(old),
      'admin-key-hash h': 'first',
    });
    expect(await store.adminKeys()).toEqual([{ ...old, role: 'owner' }]);
    expect(await store.revokeAdminKey('first', 2)).toBe('last-owner');
  });

  it('[SRV-4] says that it cannot answer once it is closed', async () => {
    const store = await opened();
    await store.close();
    await store.close();
    await expect(store.school('riverside')).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});
