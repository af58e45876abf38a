import { beforeEach, describe, expect, it } from 'vitest';
import type { AdminKeyRecord } from '../records.js';
import type { Store } from '../store.js';
import type { StoreUnderTest } from './builders.contract.js';

function key(id: string, more: Partial<AdminKeyRecord> = {}): AdminKeyRecord {
  return {
    id,
    name: `Key ${id}`,
    role: 'owner',
    keyHash: `hash of ${id}`,
    createdAtMs: 1_790_000_000_000,
    ...more,
  };
}

export function adminKeysContract(underTest: () => StoreUnderTest): void {
  describe("administrators' keys", () => {
    let store: Store;
    beforeEach(() => {
      store = underTest().store;
    });
    const idsOf = async () => (await store.adminKeys()).map(({ id }) => id);

    it('[SEC-1] are listed in order of creation, and found by their hash', async () => {
      const office = key('k1', { role: 'office', schools: ['a', 'b'], expiresAtMs: 5 });
      const later = key('k0', { createdAtMs: office.createdAtMs + 1 });
      expect(await store.addAdminKey(later)).toBe(true);
      expect(await store.addAdminKey(office)).toBe(true);
      expect(await store.adminKeys()).toEqual([office, later]);
      expect(await store.adminKeyByHash('hash of k1')).toEqual(office);
      expect(await store.adminKeyByHash('hash of k2')).toBeUndefined();
    });

    it('take neither an id nor a hash that is taken', async () => {
      await store.addAdminKey(key('k1'));
      expect(await store.addAdminKey(key('k1', { keyHash: 'new' }))).toBe(false);
      expect(await store.addAdminKey(key('k2', { keyHash: 'hash of k1' }))).toBe(false);
      expect(await idsOf()).toEqual(['k1']);
    });

    it('leave a tombstone once they are revoked', async () => {
      await store.addAdminKey(key('k1'));
      await store.addAdminKey(key('k2', { role: 'it' }));
      expect(await store.revokeAdminKey('k2', 7)).toBe('revoked');
      expect(await store.adminKeyByHash('hash of k2')).toEqual(
        key('k2', { role: 'it', revokedAtMs: 7 }),
      );
      expect(await store.revokeAdminKey('k2', 8)).toBe('unknown-key');
      expect(await store.revokeAdminKey('k3', 8)).toBe('unknown-key');
      expect(await store.addAdminKey(key('k2'))).toBe(false);
      expect(await idsOf()).toEqual(['k1', 'k2']);
    });

    it('[SEC-4] keep one that owns everything for good', async () => {
      await store.addAdminKey(key('k1'));
      await store.addAdminKey(key('k2', { role: 'it' }));
      await store.addAdminKey(key('k3', { schools: ['a'] }));
      await store.addAdminKey(key('k4', { expiresAtMs: 1_900_000_000_000 }));
      expect(await store.revokeAdminKey('k1', 7)).toBe('last-owner');
      expect((await store.adminKeyByHash('hash of k1'))?.revokedAtMs).toBeUndefined();
      await store.addAdminKey(key('k5'));
      expect(await store.revokeAdminKey('k1', 7)).toBe('revoked');
      expect(await store.revokeAdminKey('k5', 7)).toBe('last-owner');
      for (const id of ['k2', 'k3', 'k4']) {
        expect(await store.revokeAdminKey(id, 7)).toBe('revoked');
      }
    });

    it('[SEC-4] keep one of two that are revoked at once', async () => {
      await store.addAdminKey(key('k1'));
      await store.addAdminKey(key('k2'));
      const outcomes = ['k1', 'k2'].map((id) => store.revokeAdminKey(id, 7));
      expect((await Promise.all(outcomes)).sort()).toEqual(['last-owner', 'revoked']);
    });

    it('remember their last use, which is no change', async () => {
      await store.addAdminKey(key('k1'));
      const { global } = await store.counters();
      await store.noteAdminKeyUse('k1', 3);
      await store.noteAdminKeyUse('k1', 5);
      await store.noteAdminKeyUse('nobody', 5);
      expect(await store.adminKeys()).toEqual([key('k1', { usedAtMs: 5 })]);
      expect((await store.counters()).global).toBe(global);
    });

    it('[SRV-5] are kept over a restart', async () => {
      await store.addAdminKey(key('k1'));
      await store.addAdminKey(key('k2', { schools: ['a'], expiresAtMs: 9 }));
      await store.revokeAdminKey('k2', 7);
      await store.noteAdminKeyUse('k1', 3);
      const before = await store.adminKeys();
      expect(await (await underTest().restart()).adminKeys()).toEqual(before);
    });
  });
}
