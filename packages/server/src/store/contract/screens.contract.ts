import { beforeEach, describe, expect, it } from 'vitest';
import type { ScreensPart, Store } from '../store.js';
import { addSchool, HALL, type StoreUnderTest, screen } from './builders.contract.js';

export function screensContract(underTest: () => StoreUnderTest): void {
  describe('screens', () => {
    let store: Store;
    beforeEach(async () => {
      store = underTest().store;
      await addSchool(store);
    });

    it('finds a screen by id and by the hash of its token', async () => {
      const info = {
        focus: { kind: 'class', class: '7a' },
        division: 'main',
        nightHours: { from: '22:00', until: '05:30' },
      } as const;
      const full = screen('s1', { info });
      expect(await store.addScreen(full)).toBe('added');
      expect(await store.screen('s1')).toEqual(full);
      expect(await store.screenByTokenHash(full.tokenHash)).toEqual(full);
      expect(await store.screenByTokenHash('another')).toBeUndefined();
      expect(await store.screen('s2')).toBeUndefined();
    });

    it('refuses ids and tokens that are taken, in any school', async () => {
      await addSchool(store, 'other');
      await store.addScreen(screen('s1'));
      const schoolId = 'other';
      expect(await store.addScreen(screen('s1', { schoolId, tokenHash: 'new' }))).toBe('taken');
      expect(await store.addScreen(screen('s2', { tokenHash: 'hash of s1' }))).toBe('taken');
      expect(await store.screens('other')).toEqual([]);
    });

    it('[SNAP-5] adds no screen whose view has no body', async () => {
      expect(await store.addScreen(screen('s1', { view: HALL }))).toBe('no-body');
      expect(await store.addScreen(screen('s1', { schoolId: 'nowhere' }))).toBe('unknown-school');
      expect(await store.screens('riverside')).toEqual([]);
    });

    it("[P-8] lists a school's own screens, in order of id", async () => {
      await addSchool(store, 'other');
      for (const id of ['c', 'a', 'b']) await store.addScreen(screen(id));
      await store.addScreen(screen('d', { schoolId: 'other' }));
      expect((await store.screens('riverside')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    });

    it('lists a part of them, from after an id on', async () => {
      for (const id of ['a', 'b', 'c', 'd']) await store.addScreen(screen(id));
      const ids = async (part: ScreensPart) =>
        (await store.screens('riverside', part)).map(({ id }) => id);
      expect(await ids({ limit: 2 })).toEqual(['a', 'b']);
      expect(await ids({ after: 'b', limit: 1 })).toEqual(['c']);
      expect(await ids({ after: 'bb', limit: 9 })).toEqual(['c', 'd']);
      expect(await ids({ after: 'd', limit: 9 })).toEqual([]);
    });

    it('[SNAP-8] changes a screen only from the version before', async () => {
      await store.addScreen(screen('s1'));
      const changed = screen('s1', { info: { version: 2, name: 'Gym' } });
      expect(await store.updateScreen(changed)).toBe('updated');
      expect(await store.updateScreen(changed)).toBe('superseded');
      expect(await store.updateScreen(screen('s1', { info: { version: 4 } }))).toBe('superseded');
      expect(await store.screen('s1')).toEqual(changed);
    });

    it('changes neither token nor device, and no screen of another school', async () => {
      await addSchool(store, 'other');
      await store.addScreen(screen('s1'));
      await store.claimScreen('s1', 'device');
      const next = screen('s1', { info: { version: 2 }, tokenHash: 'stolen' });
      expect(await store.updateScreen({ ...next, schoolId: 'other' })).toBe('unknown-screen');
      expect(await store.updateScreen({ ...next, deviceId: 'thief' })).toBe('updated');
      expect(await store.screen('s1')).toMatchObject({
        tokenHash: 'hash of s1',
        deviceId: 'device',
      });
    });

    it('gives a screen no view that has no body', async () => {
      await store.addScreen(screen('s1'));
      const next = screen('s1', { view: HALL, info: { version: 2 } });
      expect(await store.updateScreen(next)).toBe('no-body');
      expect(await store.screen('s1')).toEqual(screen('s1'));
    });

    it('leaves a tombstone that ends everything but its memory', async () => {
      await store.addScreen(screen('s1'));
      await store.claimScreen('s1', 'device');
      expect(await store.revokeScreen('s1', 1_790_000_000_000)).toBe(true);
      const tombstone = { ...screen('s1'), deviceId: 'device', revokedAtMs: 1_790_000_000_000 };
      expect(await store.screens('riverside')).toEqual([tombstone]);
      expect(await store.screenByTokenHash('hash of s1')).toEqual(tombstone);

      expect(await store.revokeScreen('s1', 2)).toBe(false);
      expect(await store.revokeScreen('s2', 2)).toBe(false);
      expect(await store.claimScreen('s1', 'device')).toBe('unknown-screen');
      const change = screen('s1', { info: { version: 2 } });
      expect(await store.updateScreen(change)).toBe('unknown-screen');
      expect(await store.addScreen(screen('s1'))).toBe('taken');
      expect(await store.screen('s1')).toEqual(tombstone);
    });
  });
}
