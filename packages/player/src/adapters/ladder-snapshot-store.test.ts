import { describe, expect, it } from 'vitest';
import type { Generation, Memory, SnapshotStore, Stored } from '../ports/snapshot-store.js';
import { createLadderSnapshotStore } from './ladder-snapshot-store.js';
import { type Fault, faultyPlace, handClock, recordingLogger, settled } from './storage.fixture.js';

const OWNER = 'c0ffee';

function generation(seq: number): Generation {
  return {
    seq,
    revision: `e1.${seq}`,
    etag: `"${seq}"`,
    checksum: 'sum',
    screen: { version: 1, name: 'Hall', sound: { on: false, volume: 1 } },
    body: `{"seq":${seq}}`,
  };
}

/** One device, on which any number of players may boot. */
function device() {
  const clock = handClock();
  const logger = recordingLogger();
  const places = {
    database: faultyPlace('database'),
    cache: faultyPlace('cache-storage'),
    local: faultyPlace('local-storage'),
  };
  const boot = (owner = OWNER, sharesDevice = false): SnapshotStore =>
    createLadderSnapshotStore({ owner, clock, logger, sharesDevice, ...places });
  return { clock, logger, ...places, boot };
}

const load = (store: SnapshotStore): Promise<Stored> => new Promise((done) => store.load(done));
const save = (store: SnapshotStore, seq: number, keep?: number): Promise<boolean> =>
  new Promise((done) => store.save(generation(seq), keep, done));
const remember = (store: SnapshotStore, memory: Memory): Promise<boolean> =>
  new Promise((done) => store.remember(memory, done));
const seqs = ({ generations }: Stored): number[] => generations.map(({ seq }) => seq).sort();

describe('createLadderSnapshotStore', () => {
  it('[STORE-7] keeps a second copy in the cache, which is there without the database', async () => {
    const { boot, database, cache, local } = device();
    const store = boot();
    expect(await load(store)).toEqual({
      rung: 'worker-and-database',
      generations: [],
      memory: {},
    });
    expect(await save(store, 1)).toBe(true);
    expect(local.entries.size).toBe(1);
    database.entries.clear();
    expect((await load(boot())).generations).toEqual([generation(1)]);
    cache.entries.clear();
    expect((await load(boot())).generations).toEqual([]);
  });

  it('[STORE-2] writes over the slot that does not hold what has to be kept', async () => {
    const { boot, cache } = device();
    cache.reads = 'rejects';
    cache.writes = 'rejects';
    const store = boot();
    await load(store);
    await save(store, 1);
    await save(store, 2, 1);
    await save(store, 3, 2);
    expect(seqs(await load(boot()))).toEqual([2, 3]);
    // The third turned out to be broken, on a later boot.
    const later = boot();
    await load(later);
    await save(later, 4, 2);
    expect(seqs(await load(boot()))).toEqual([2, 4]);
    await save(later, 5, 2);
    expect(seqs(await load(boot()))).toEqual([2, 5]);
  });

  it('[STORE-2] keeps the old where the new cannot be written', async () => {
    const { boot, database, cache, local, logger } = device();
    const store = boot();
    await load(store);
    await save(store, 1);
    for (const place of [database, cache, local]) place.writes = 'rejects';
    expect(await save(store, 2, 1)).toBe(false);
    expect(seqs(await load(boot()))).toEqual([1, 1]);
    expect(logger.entries).toContainEqual({
      level: 'warn',
      name: 'storage.save-failed',
      details: { place: 'database', error: 'QuotaExceededError' },
    });
  });

  it.each<[Fault, Fault, Fault, Stored['rung']]>([
    ['none', 'none', 'none', 'worker-and-database'],
    ['none', 'rejects', 'none', 'database'],
    ['throws', 'none', 'none', 'database'],
    ['rejects', 'throws', 'none', 'local-storage'],
    ['throws', 'throws', 'throws', 'memory'],
  ])('[STORE-1] finds by trying: database %s, cache %s, local %s: %s', async (a, b, c, rung) => {
    const { boot, database, cache, local } = device();
    database.writes = a;
    cache.writes = b;
    local.writes = c;
    const store = boot();
    expect((await load(store)).rung).toBe(rung);
    expect(await save(store, 1)).toBe(rung !== 'memory');
    const kept = (await load(boot())).generations;
    expect(kept.length > 0).toBe(rung !== 'memory');
  });

  it('[STORE-1] keeps whole generations in localStorage where nothing else is', async () => {
    const { boot, database, cache } = device();
    for (const place of [database, cache]) {
      place.reads = 'throws';
      place.writes = 'throws';
    }
    const store = boot();
    await load(store);
    await save(store, 1);
    await save(store, 2, 1);
    expect(seqs(await load(boot()))).toEqual([1, 2]);
  });

  it('[STORE-3] boots in 2 s with what there is while a place hangs', async () => {
    const { boot, database, clock } = device();
    await save(boot(), 1);
    database.reads = 'hangs';
    database.writes = 'hangs';
    const outcomes: Stored[] = [];
    boot().load((stored) => outcomes.push(stored));
    await clock.advance(1999);
    expect(outcomes).toEqual([]);
    await clock.advance(1);
    expect(outcomes).toEqual([{ rung: 'database', generations: [generation(1)], memory: {} }]);
  });

  it('[P-1] waits for a place that is slow at a start, as after a power cut, if no other has content', async () => {
    const { boot, database, cache, clock } = device();
    for (const method of ['reads', 'writes'] as const) cache[method] = 'rejects';
    await save(boot(), 1);
    database.reads = 'hangs';
    const outcomes: Stored[] = [];
    boot().load((stored) => outcomes.push(stored));
    await clock.advance(2_000);
    await clock.advance(5_000);
    expect(outcomes).toEqual([]);
    database.wake();
    await settled();
    expect(outcomes).toEqual([{ rung: 'database', generations: [generation(1)], memory: {} }]);
  });

  it('[STORE-3] goes on without one that never answers', async () => {
    const { boot, database, clock } = device();
    database.reads = 'hangs';
    const outcomes: Stored[] = [];
    boot().load((stored) => outcomes.push(stored));
    await clock.advance(2_000);
    await clock.advance(30_000);
    expect(outcomes).toEqual([{ rung: 'worker-and-database', generations: [], memory: {} }]);
  });

  it('[STORE-3] ends a write that hangs', async () => {
    const { boot, clock, ...places } = device();
    for (const place of [places.database, places.cache, places.local]) place.writes = 'hangs';
    const outcomes: boolean[] = [];
    boot().save(generation(1), undefined, (saved) => outcomes.push(saved));
    await clock.advance(10_000);
    await clock.advance(10_000);
    expect(outcomes).toEqual([false]);
  });

  it("[P-8] shows a token only its own, and erases the others' once it has content", async () => {
    const { boot, local } = device();
    const old = boot('old');
    await save(old, 5);
    await remember(old, { lastTrueMs: 9 });
    local.entries.set('snapshot/older/a', 'left from a worse day');
    const store = boot('new');
    expect(await load(store)).toMatchObject({ generations: [], memory: {} });
    expect((await load(boot('old'))).generations).not.toEqual([]);

    await save(store, 1);
    expect(await load(boot('old'))).toMatchObject({ generations: [], memory: {} });
    expect((await load(boot('new'))).generations).not.toEqual([]);
    expect(local.entries.has('snapshot/older/a')).toBe(false);
  });

  it('[EMB-2] leaves other screens of the device theirs where it is told to', async () => {
    const { boot } = device();
    await save(boot('hall', true), 1);
    await save(boot('library', true), 2);
    expect(seqs(await load(boot('hall')))).toEqual([1, 1]);
    expect(seqs(await load(boot('library')))).toEqual([2, 2]);
  });

  it('[TIME-1] remembers in the database, or else in localStorage, and gives back the newest', async () => {
    const { boot, database } = device();
    await remember(boot(), { lastTrueMs: 1 });
    database.writes = 'rejects';
    expect(await remember(boot(), { lastTrueMs: 2 })).toBe(true);
    expect((await load(boot())).memory).toEqual({ lastTrueMs: 2 });
    database.writes = 'none';
    await remember(boot(), { lastTrueMs: 3 });
    expect((await load(boot())).memory).toEqual({ lastTrueMs: 3 });
  });

  it('[OBS-3] goes on counting starts where the time is not known and the database is away', async () => {
    const { boot, database } = device();
    await remember(boot(), { boots: 1 });
    database.writes = 'rejects';
    await remember(boot(), { boots: 2 });
    expect((await load(boot())).memory).toEqual({ boots: 2 });
  });

  it('says nothing once cancelled', async () => {
    const { boot, clock } = device();
    const cancel = boot().load(() => expect.unreachable('done after cancel'));
    cancel();
    cancel();
    await clock.advance(2000);
  });
});
