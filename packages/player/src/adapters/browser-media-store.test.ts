import { describe, expect, it, vi } from 'vitest';
import { bytesOf, mediaStoreContract, refOf } from '../ports/media-store.contract.js';
import type { CommitOutcome, MediaStore, OpenOutcome } from '../ports/media-store.js';
import { type MemoryBlobPlace, memoryBlobPlace } from './blob-place.fixture.js';
import { createBrowserMediaStore } from './browser-media-store.js';
import { faultyPlace, recordingLogger, settled } from './storage.fixture.js';

describe('createBrowserMediaStore', () => {
  mediaStoreContract(({ quotaBytes, memoryBytes } = {}) => {
    const place = memoryBlobPlace(quotaBytes);
    const local = faultyPlace('local-storage');
    const start = (): MediaStore =>
      createBrowserMediaStore({
        owner: 'me',
        places: [place],
        local,
        logger: recordingLogger(),
        ...(memoryBytes !== undefined && { memoryBytes }),
      });
    const device = {
      store: start(),
      restart() {
        device.store = start();
      },
      async corrupt(hash: string) {
        const blob = place.entries.get(`me/${hash}`);
        if (blob !== undefined) place.entries.set(`me/${hash}`, blob.slice(0, 500));
      },
      kept: async () => [...place.entries.keys()].map((key) => key.slice('me/'.length)),
      settle: settled,
    };
    return device;
  });

  function setUp(
    owner = 'me',
    places: MemoryBlobPlace[] = [memoryBlobPlace(), memoryBlobPlace()],
    memoryBytes = 2_000,
  ) {
    const local = faultyPlace('local-storage');
    const logger = recordingLogger();
    const store = createBrowserMediaStore({ owner, places, local, logger, memoryBytes });
    const { hash } = refOf('a');
    store.expect([hash]);
    const commit = (): Promise<CommitOutcome> => {
      store.stage(hash, 0, bytesOf('a'));
      return new Promise((done) => store.commit(refOf('a'), done));
    };
    const open = (): Promise<OpenOutcome> => new Promise((done) => store.open(refOf('a'), done));
    return { store, places, local, logger, commit, open, hash };
  }

  it('[STORE-4] keeps a file in the second place where the first fails', async () => {
    const { places, commit, hash } = setUp();
    const [first, second] = places as [MemoryBlobPlace, MemoryBlobPlace];
    first.fault = 'rejects';
    expect(await commit()).toEqual({ kind: 'kept' });
    expect([...second.entries.keys()]).toEqual([`me/${hash}`]);
    const again = setUp('me', places);
    expect(await again.open()).toBe('verified');
  });

  it('[STORE-4] holds a file in memory where every place fails', async () => {
    const { store, places, commit, open, hash } = setUp();
    for (const place of places) place.fault = 'rejects';
    expect(await commit()).toEqual({ kind: 'held', cause: 'failed' });
    expect(store.url(hash)).toEqual(expect.any(String));
    expect(await open()).toBe('failed');
  });

  it('[STORE-4] shows exactly the bytes, under the type that the snapshot names', async () => {
    const { store, commit, hash } = setUp();
    await commit();
    const shown = await fetch(store.url(hash) ?? '');
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytesOf('a'));
  });

  it('[EMB-4] leaves no address at its end, nor makes one for what is ready after it', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const { store, commit, hash } = setUp();
    await commit();
    const url = store.url(hash);
    const opening = new Promise((done) => store.open(refOf('a'), done));
    store.close();
    await opening;
    expect(revoked.mock.calls).toEqual([[url]]);
    expect(store.url(hash)).toBeUndefined();
  });

  it('[STORE-5] counts nothing as held that is no longer needed once it has come', async () => {
    const places = [memoryBlobPlace()];
    for (const place of places) place.fault = 'rejects';
    const { store, commit, hash } = setUp('me', places, 1_500);
    const committing = commit();
    store.expect([]);
    await committing;
    store.expect([hash]);
    expect(await commit()).toEqual({ kind: 'held', cause: 'failed' });
  });

  it('[P-8] erases what other tokens left, in every place', async () => {
    const { places, commit } = setUp('before');
    await commit();
    await settled();
    const { local } = setUp('after', places);
    local.entries.set('media/before', 'x');
    const after = createBrowserMediaStore({
      owner: 'after',
      places,
      local,
      logger: recordingLogger(),
    });
    after.expect([]);
    await settled();
    expect(places.map(({ entries }) => entries.size)).toEqual([0, 0]);
    expect([...local.entries.keys()]).toEqual(['media/after']);
  });

  it('[EMB-2] leaves other screens of the device theirs where it is told to', async () => {
    const { places, commit, local } = setUp('hall');
    await commit();
    await settled();
    const kept = places.map(({ entries }) => entries.size);
    expect(Math.max(...kept)).toBe(1);
    const logger = recordingLogger();
    createBrowserMediaStore({ owner: 'library', places, local, logger, sharesDevice: true }).expect(
      [],
    );
    await settled();
    expect(places.map(({ entries }) => entries.size)).toEqual(kept);
  });

  it('[P-8] says so where it cannot', async () => {
    const { store, places, logger } = setUp();
    for (const place of places) place.fault = 'rejects';
    store.expect([]);
    await settled();
    expect(logger.entries.map(({ name }) => name)).toContain('media.erase-failed');
  });
});
