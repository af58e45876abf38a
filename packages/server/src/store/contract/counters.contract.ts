import { beforeEach, describe, expect, it } from 'vitest';
import { INITIAL_FLAGS } from '../flag-records.js';
import type { Store } from '../store.js';
import { addSchool, BOARD, type StoreUnderTest, screen, state } from './builders.contract.js';

const ADA = { id: 'k', name: 'Ada', role: 'owner', keyHash: 'h', createdAtMs: 1 } as const;

export function countersContract(underTest: () => StoreUnderTest): void {
  describe('change counters', () => {
    let store: Store;
    beforeEach(async () => {
      store = underTest().store;
      await addSchool(store);
      await addSchool(store, 'other');
      await store.addScreen(screen('s1'));
    });

    /** What a write did to the counters of its school, of another one, and of all. */
    async function advanced(write: () => Promise<unknown>) {
      const before = await store.counters();
      await write();
      const after = await store.counters();
      const of = (id: string) => (after.schools.get(id) ?? 0) - (before.schools.get(id) ?? 0) > 0;
      return { own: of('riverside'), other: of('other'), global: after.global > before.global };
    }

    const publish = async () =>
      store.publish({
        schoolId: 'riverside',
        baseSequence: 1,
        ...state(await store.epoch(), 2, [BOARD]),
      });

    it.each<[string, () => Promise<unknown>]>([
      ['a publish', publish],
      ['a new screen', () => store.addScreen(screen('s2'))],
      ['a changed screen', () => store.updateScreen(screen('s1', { info: { version: 2 } }))],
      ['a revoked screen', () => store.revokeScreen('s1', 1)],
      ['a claim', () => store.claimScreen('s1', 'device')],
      ['a new token', () => store.replaceToken('s1', 'new', 'keep-owner')],
      ["a school's own say on devices", () => store.setSchoolMultiDevice('riverside', true)],
      ["a school's own say on realtime", () => store.setSchoolRealtime('riverside', 'on')],
    ])('[SRV-8] advance with %s: its school’s and the global one', async (_, write) => {
      expect(await advanced(write)).toEqual({ own: true, other: false, global: true });
    });

    it('[SRV-8] advance when a screen is unbound and its device readmitted', async () => {
      await store.claimScreen('s1', 'device');
      const own = { own: true, other: false, global: true };
      expect(await advanced(() => store.unbindScreen('s1'))).toEqual(own);
      expect(await advanced(() => store.readmitDevice('s1'))).toEqual(own);
    });

    it.each<[string, () => Promise<unknown>]>([
      ['the flags of all schools', () => store.writeFlags({ ...INITIAL_FLAGS, version: 1 }, [])],
      ["an administrator's key", () => store.addAdminKey(ADA)],
    ])('[SRV-8] advance with %s: the global one alone', async (_, write) => {
      expect(await advanced(write)).toEqual({ own: false, other: false, global: true });
    });

    it('stay where a write was refused or changed nothing', async () => {
      await store.claimScreen('s1', 'device');
      const idle = { own: false, other: false, global: false };
      expect(await advanced(() => store.claimScreen('s1', 'device'))).toEqual(idle);
      expect(await advanced(() => store.claimScreen('s1', 'second'))).toEqual(idle);
      expect(await advanced(() => store.addScreen(screen('s1')))).toEqual(idle);
      expect(await advanced(() => store.revokeScreen('s9', 1))).toEqual(idle);
      expect(await advanced(() => store.unbindScreen('s9'))).toEqual(idle);
      expect(await advanced(() => store.readmitDevice('s1'))).toEqual(idle);
    });

    it('carry the epoch, so that a store that was replaced is seen [SRV-8]', async () => {
      expect((await store.counters()).epoch).toBe(await store.epoch());
      expect(await store.epoch()).toMatch(/^[0-9a-z]{1,16}$/);
    });
  });
}
