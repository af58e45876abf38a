import { beforeEach, describe, expect, it } from 'vitest';
import { INITIAL_FLAGS } from '../flag-records.js';
import type { Store } from '../store.js';
import { addSchool, type StoreUnderTest, state } from './builders.contract.js';

export function schoolsContract(underTest: () => StoreUnderTest): void {
  describe('schools', () => {
    let store: Store;
    beforeEach(() => {
      store = underTest().store;
    });

    it('starts empty, with realtime off [FLAG-1]', async () => {
      expect(await store.schools()).toEqual([]);
      expect(await store.school('riverside')).toBeUndefined();
      expect(await store.content('riverside')).toBeUndefined();
      expect(await store.bodies('riverside')).toEqual([]);
      expect(await store.screens('riverside')).toEqual([]);
      expect(await store.flags()).toEqual(INITIAL_FLAGS);
      expect(await store.adminKeys()).toEqual([]);
    });

    it('adds a school with its first publish', async () => {
      const first = state(await store.epoch(), 1);
      expect(await store.addSchool('riverside', first)).toBe(true);
      expect(await store.school('riverside')).toEqual({
        id: 'riverside',
        name: 'School 1',
        zone: 'Europe/Madrid',
        sequence: 1,
        horizon: '2026-12-31',
        changes: expect.any(Number),
      });
      expect(await store.content('riverside')).toBe(first.content);
      expect(await store.bodies('riverside')).toEqual(first.bodies);
    });

    it('refuses an id that is taken, and keeps what it had', async () => {
      await addSchool(store);
      const before = await store.school('riverside');
      const other = { ...state(await store.epoch(), 1), name: 'Other' };
      expect(await store.addSchool('riverside', other)).toBe(false);
      expect(await store.school('riverside')).toEqual(before);
    });

    it('lists schools in order of id', async () => {
      for (const id of ['b', 'c', 'a']) await addSchool(store, id);
      expect((await store.schools()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    });

    it("keeps each school's own say on realtime [FLAG-1]", async () => {
      await addSchool(store);
      const realtime = async () => (await store.school('riverside'))?.realtime;
      expect(await realtime()).toBeUndefined();
      for (const say of ['on', 'off', undefined] as const) {
        expect(await store.setSchoolRealtime('riverside', say)).toBe(true);
        expect(await realtime()).toBe(say);
      }
      expect(await store.setSchoolRealtime('nowhere', 'on')).toBe(false);
    });

    it("keeps each school's own say on devices [BIND-3]", async () => {
      await addSchool(store);
      const multiDevice = async () => (await store.school('riverside'))?.multiDevice;
      expect(await multiDevice()).toBeUndefined();
      expect(await store.setSchoolMultiDevice('riverside', true)).toBe(true);
      expect(await multiDevice()).toBe(true);
      expect(await store.setSchoolMultiDevice('riverside', false)).toBe(true);
      expect(await multiDevice()).toBeUndefined();
      expect(await store.setSchoolMultiDevice('nowhere', true)).toBe(false);
    });

    it('keeps whose pages may show its screens [SEC-2]', async () => {
      await addSchool(store);
      const origins = ['https://www.riverside.example', 'http://intranet:8080'];
      const changes = (await store.school('riverside'))?.changes ?? 0;
      expect(await store.setSchoolEmbedOrigins('riverside', origins)).toBe(true);
      expect(await store.school('riverside')).toMatchObject({
        embedOrigins: origins,
        changes: changes + 1,
      });
      await store.setSchoolEmbedOrigins('riverside', []);
      expect((await store.school('riverside'))?.embedOrigins).toBeUndefined();
      expect(await store.setSchoolEmbedOrigins('nowhere', origins)).toBe(false);
    });

    it('[SRV-5] keeps all of it over a restart', async () => {
      await addSchool(store);
      await store.setSchoolRealtime('riverside', 'on');
      await store.setSchoolEmbedOrigins('riverside', ['https://www.riverside.example']);
      await store.writeFlags({ ...INITIAL_FLAGS, version: 1, percentage: 12.5 }, []);
      await store.addAdminKey({
        id: 'k',
        name: 'Ada',
        role: 'owner',
        keyHash: 'h',
        createdAtMs: 1,
      });
      const read = async (from: Store) => ({
        epoch: await from.epoch(),
        counters: await from.counters(),
        schools: await from.schools(),
        content: await from.content('riverside'),
        bodies: await from.bodies('riverside'),
        flags: await from.flags(),
        keys: await from.adminKeys(),
      });
      const before = await read(store);
      expect(await read(await underTest().restart())).toEqual(before);
    });
  });
}
