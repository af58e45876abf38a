import { beforeEach, describe, expect, it } from 'vitest';
import type { PublishedState, PublishWrite, Store } from '../store.js';
import { addSchool, type StoreUnderTest, screen, state } from './builders.contract.js';

const MAX_KEPT = 3;

export function historyContract(underTest: () => StoreUnderTest): void {
  describe('the history of a school', () => {
    let store: Store;
    let epoch: string;
    beforeEach(async () => {
      store = underTest().store;
      epoch = await store.epoch();
      await addSchool(store);
    });

    const past = (sequence: number): PublishedState['past'] & object => ({
      note: { atMs: sequence * 1000, by: 'Front office', what: `notice ${sequence} ñ` },
      gzip: Buffer.from([31, 139, 0, 255, sequence]),
      maxKept: MAX_KEPT,
    });
    const publish = (sequence: number, more: Partial<PublishWrite> = {}) =>
      store.publish({
        schoolId: 'riverside',
        baseSequence: sequence - 1,
        ...state(epoch, sequence),
        past: past(sequence),
        ...more,
      });
    const sequences = async () =>
      (await store.history('riverside')).map(({ sequence }) => sequence);

    it('has every publish of content that is kept, the newest first', async () => {
      await publish(2);
      await publish(3, { past: { ...past(3), note: { atMs: 5, what: 'content' } } });
      expect(await store.history('riverside')).toEqual([
        { sequence: 3, atMs: 5, what: 'content' },
        { sequence: 2, ...past(2).note },
      ]);
      expect(await store.pastContent('riverside', 2)).toEqual(past(2).gzip);
      expect(await store.pastContent('riverside', 1)).toBeUndefined();
    });

    it('begins with what a school is added with', async () => {
      await store.addSchool('other', { ...state(epoch, 1), past: past(1) });
      expect(await store.history('other')).toEqual([{ sequence: 1, ...past(1).note }]);
      expect(await store.pastContent('other', 1)).toEqual(past(1).gzip);
    });

    it('forgets the oldest, with their contents', async () => {
      for (const sequence of [2, 3, 4, 5, 6]) await publish(sequence);
      expect(await sequences()).toEqual([6, 5, 4]);
      expect(await store.pastContent('riverside', 3)).toBeUndefined();
      expect(await store.pastContent('riverside', 4)).toEqual(past(4).gzip);
      await publish(7, { past: { ...past(7), maxKept: 1 } });
      expect(await sequences()).toEqual([7]);
    });

    it('has nothing of a publish that keeps nothing, or that was superseded', async () => {
      await publish(2);
      await publish(2);
      const { past: _, ...rest } = state(epoch, 3);
      await store.publish({ schoolId: 'riverside', baseSequence: 2, ...rest });
      expect(await sequences()).toEqual([2]);
    });

    it('has what a publish finds that is not there, under the revision before', async () => {
      await publish(2, { pastBefore: past(1) });
      expect(await store.history('riverside')).toEqual([
        { sequence: 2, ...past(2).note },
        { sequence: 1, ...past(1).note },
      ]);
      expect(await store.pastContent('riverside', 1)).toEqual(past(1).gzip);
      await publish(2, { pastBefore: past(1) });
      await publish(3, {
        pastBefore: { ...past(2), maxKept: 1 },
        past: { ...past(3), maxKept: 1 },
      });
      expect(await sequences()).toEqual([3]);
    });

    it('is kept in the same write as the publish, and over a restart', async () => {
      await store.addScreen(screen('s1'));
      // Its screen is there already, so all of it is refused.
      const refused = await store.publish({
        schoolId: 'riverside',
        baseSequence: 1,
        ...state(epoch, 2),
        past: past(2),
        screen: screen('s1'),
      });
      expect(refused).toEqual({ kind: 'superseded' });
      expect(await sequences()).toEqual([]);
      await publish(2);
      const again = await underTest().restart();
      expect(await again.pastContent('riverside', 2)).toEqual(past(2).gzip);
      expect(await again.history('riverside')).toHaveLength(1);
    });

    it('is each school’s own [P-8]', async () => {
      await addSchool(store, 'other');
      await publish(2);
      expect(await store.history('other')).toEqual([]);
      expect(await store.pastContent('other', 2)).toBeUndefined();
    });
  });
}
