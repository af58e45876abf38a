import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.js';
import type { StoreUnderTest } from './builders.contract.js';

const SLICE = {
  startMs: 1_790_000_040_000,
  ends: 3,
  abnormalEnds: 2,
  screens: 40,
  rejected: 1,
  fetched: 20,
  found: 4,
  latency: { '7': 12, '24': 1 },
};

export function rolloutContract(underTest: () => StoreUnderTest): void {
  describe('a rollout', () => {
    let store: Store;
    beforeEach(() => {
      store = underTest().store;
    });

    const take = (node: string, nowMs: number) =>
      store.takeRolloutLease({ node, nowMs, durationMs: 60 });

    it('[FLAG-3] is driven by one node, until its lease runs out', async () => {
      const first = await Promise.all(['a', 'b', 'c'].map((node) => take(node, 100)));
      expect(first.filter(Boolean)).toHaveLength(1);
      const holder = ['a', 'b', 'c'][first.indexOf(true)] ?? '';
      const other = holder === 'a' ? 'b' : 'a';
      expect(await take(holder, 120)).toBe(true);
      expect(await take(other, 179)).toBe(false);
      expect(await take(other, 180)).toBe(true);
      expect(await take(holder, 181)).toBe(false);
    });

    it('[FLAG-3] keeps the last report of each node, and forgets old ones', async () => {
      expect(await store.observations()).toEqual([]);
      const counters = await store.counters();
      await store.reportObservations({ node: 'a', atMs: 10, slices: [] }, 0);
      await store.reportObservations({ node: 'a', atMs: 20, slices: [SLICE] }, 0);
      await store.reportObservations({ node: 'b', atMs: 30, slices: [SLICE, SLICE] }, 20);
      const read = async () =>
        [...(await store.observations())].sort((one, two) => one.atMs - two.atMs);
      expect(await read()).toEqual([
        { node: 'a', atMs: 20, slices: [SLICE] },
        { node: 'b', atMs: 30, slices: [SLICE, SLICE] },
      ]);
      await store.reportObservations({ node: 'c', atMs: 40, slices: [] }, 25);
      expect((await read()).map(({ node }) => node)).toEqual(['b', 'c']);
      expect(await store.counters()).toEqual(counters);
    });

    it('[FLAG-3] goes on after a restart with what was reported, and the same driver', async () => {
      await store.reportObservations({ node: 'a', atMs: 10, slices: [SLICE] }, 0);
      await take('a', 100);
      store = await underTest().restart();
      expect(await store.observations()).toHaveLength(1);
      expect(await take('b', 159)).toBe(false);
      expect(await take('a', 159)).toBe(true);
    });
  });
}
