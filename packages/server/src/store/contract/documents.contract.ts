import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.js';
import type { StoreUnderTest } from './builders.contract.js';

export function documentsContract(underTest: () => StoreUnderTest): void {
  describe('documents', () => {
    let store: Store;
    beforeEach(() => {
      store = underTest().store;
    });

    it('are written on top of the version that the writer has read', async () => {
      expect(await store.document('plan')).toBeUndefined();
      expect(await store.writeDocument('plan', 'ñ ع', 1)).toBe(false);
      expect(await store.writeDocument('plan', 'ñ ع', 0)).toBe(true);
      expect(await store.document('plan')).toEqual({ text: 'ñ ع', version: 1 });
      expect(await store.writeDocument('plan', 'two', 0)).toBe(false);
      expect(await store.writeDocument('plan', 'two', 1)).toBe(true);
      expect(await store.document('plan')).toEqual({ text: 'two', version: 2 });
      expect(await store.document('other')).toBeUndefined();
    });

    it('are written by one of many contenders', async () => {
      const write = (_: unknown, at: number) => store.writeDocument('plan', `${at}`, 0);
      const written = await Promise.all(Array.from({ length: 8 }, write));
      expect(written.filter(Boolean)).toHaveLength(1);
    });

    it('[SRV-5] survive a restart, and change no counter', async () => {
      const before = await store.counters();
      await store.writeDocument('plan', 'text', 0);
      expect(await store.counters()).toEqual(before);
      const restarted = await underTest().restart();
      expect(await restarted.document('plan')).toEqual({ text: 'text', version: 1 });
    });
  });
}
