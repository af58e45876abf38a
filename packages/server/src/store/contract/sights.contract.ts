import { beforeEach, describe, expect, it } from 'vitest';
import type { ReportRecord } from '../records.js';
import type { Store } from '../store.js';
import { addSchool, type StoreUnderTest } from './builders.contract.js';

function report(receivedAtMs: number): ReportRecord {
  return {
    receivedAtMs,
    userAgent: 'Chrome/66 (TV)',
    report: {
      revision: `a.${receivedAtMs}`,
      paintedAt: receivedAtMs,
      storage: 'database',
      clockOffsetMs: -5,
      boots: 3,
      lastError: { code: 'timeout', at: 1 },
      skippedItems: 0,
      alerts: [{ id: 'a1', paintedAt: 2 }],
      build: 'b1',
    },
  };
}

export function sightsContract(underTest: () => StoreUnderTest): void {
  describe('sights', () => {
    let store: Store;
    beforeEach(async () => {
      store = underTest().store;
      await addSchool(store);
    });

    it('[OBS-3] are kept for each screen, the newest sight and the newest report', async () => {
      expect(await store.sights('riverside')).toEqual([]);
      await store.saveSights('riverside', [
        { screenId: 'b', lastSeenMs: 20 },
        { screenId: 'a', lastSeenMs: 10, report: report(10) },
      ]);
      await store.saveSights('riverside', [
        { screenId: 'a', lastSeenMs: 5, report: report(5) },
        { screenId: 'b', lastSeenMs: 30, report: report(30) },
      ]);
      await store.saveSights('riverside', [{ screenId: 'b', lastSeenMs: 40 }]);
      expect(await store.sights('riverside')).toEqual([
        { screenId: 'a', lastSeenMs: 10, report: report(10) },
        { screenId: 'b', lastSeenMs: 40, report: report(30) },
      ]);
      expect(await store.sights('elsewhere')).toEqual([]);
    });

    it('survive a restart, and change no counter', async () => {
      const before = await store.counters();
      const sight = { screenId: 'a', lastSeenMs: 10, report: report(10) };
      await store.saveSights('riverside', [sight]);
      expect(await store.counters()).toEqual(before);
      expect(await (await underTest().restart()).sights('riverside')).toEqual([sight]);
    });
  });
}
