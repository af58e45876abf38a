import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { INITIAL_FLAGS } from '../store/flag-records.js';
import type { Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { World } from '../testing/world.fixture.js';
import { updateFlags } from './update-flags.js';

let store: Store;

beforeEach(async () => {
  const world = await World.open();
  onTestFinished(() => world.close());
  ({ store } = world);
});

describe('updateFlags', () => {
  it('[FLAG-2] keeps both changes of two who change flags at once', async () => {
    await Promise.all([
      updateFlags(store, () => ({ flags: { isKilled: true }, changes: [] })),
      updateFlags(store, () => ({ flags: { percentage: 10 }, changes: [] })),
    ]);
    expect(await store.flags()).toEqual({
      ...INITIAL_FLAGS,
      version: 2,
      isKilled: true,
      percentage: 10,
    });
  });

  it('decides anew upon what somebody else has written meanwhile', async () => {
    const seen: number[] = [];
    const { flags, isWritten } = await updateFlags(store, ({ version }) => {
      seen.push(version);
      if (version > 0) return undefined;
      void store.writeFlags({ ...INITIAL_FLAGS, version: 1, percentage: 7 }, []);
      return { flags: { percentage: 50 }, changes: [] };
    });
    expect(seen).toEqual([0, 1]);
    expect([flags.percentage, isWritten]).toEqual([7, false]);
  });

  it('gives up where the flags never hold still', async () => {
    const restless = { ...store, writeFlags: async () => false };
    const update = updateFlags(restless, () => ({ flags: {}, changes: [] }));
    await expect(update).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});
