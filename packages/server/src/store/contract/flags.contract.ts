import { beforeEach, describe, expect, it } from 'vitest';
import {
  type FlagChange,
  type FlagsRecord,
  INITIAL_FLAGS,
  KEPT_FLAG_CHANGES,
} from '../flag-records.js';
import type { Store } from '../store.js';
import { addSchool, type StoreUnderTest } from './builders.contract.js';

function change(to: string, more: Partial<FlagChange> = {}): FlagChange {
  return { atMs: 1, by: 'Office', flag: 'percentage', from: 'none', to, ...more };
}

const FULL: FlagsRecord = {
  version: 1,
  isKilled: true,
  percentage: 100 / 3,
  fallback: 'on',
  rollout: {
    status: 'running',
    stage: 2,
    startedAtMs: 1_790_000_000_000,
    enteredAtMs: 1_790_000_000_001,
    base: 0.1 + 0.2,
    baselineP95Ms: null,
  },
};

export function flagsContract(underTest: () => StoreUnderTest): void {
  describe('flags', () => {
    let store: Store;
    beforeEach(() => {
      store = underTest().store;
    });

    it('[FLAG-1] are off in a new store, and keep every digit of what is written', async () => {
      expect(await store.flags()).toEqual(INITIAL_FLAGS);
      expect(await store.writeFlags(FULL, [])).toBe(true);
      expect(await store.flags()).toEqual(FULL);
      const halted = { status: 'halted', stage: 2, atMs: 5, why: '€ – 30 %' } as const;
      expect(await store.writeFlags({ ...FULL, version: 2, rollout: halted }, [])).toBe(true);
      expect((await store.flags()).rollout).toEqual(halted);
    });

    it('[FLAG-2] are not overwritten by who has not seen them', async () => {
      const first = { ...INITIAL_FLAGS, version: 1, percentage: 10 };
      const both = [
        store.writeFlags(first, [change('10 %')]),
        store.writeFlags({ ...first, percentage: 90 }, [change('90 %')]),
      ];
      const written = await Promise.all(both);
      expect(written.filter(Boolean)).toHaveLength(1);
      const { percentage } = await store.flags();
      expect(percentage).toBe(written[0] ? 10 : 90);
      expect((await store.flagHistory()).map(({ to }) => to)).toEqual([`${percentage} %`]);
      const counters = await store.counters();
      expect(await store.writeFlags({ ...first, version: 3 }, [change('x')])).toBe(false);
      expect(await store.counters()).toEqual(counters);
    });

    it('[FLAG-2] remember who changed them, when, from what to what and why; newest first', async () => {
      const changes = [
        change('2', { atMs: 5, why: 'ñ ع' }),
        change('1', { flag: 'kill-switch', by: 'rollout' }),
      ];
      await store.writeFlags({ ...INITIAL_FLAGS, version: 1 }, [change('0')]);
      await store.writeFlags({ ...INITIAL_FLAGS, version: 2 }, changes);
      await store.writeFlags({ ...INITIAL_FLAGS, version: 3 }, []);
      expect(await store.flagHistory()).toEqual([...changes, change('0')]);
    });

    it('remember so many changes, and no more', async () => {
      for (let version = 1; version <= KEPT_FLAG_CHANGES + 3; version += 1) {
        await store.writeFlags({ ...INITIAL_FLAGS, version }, [change(String(version))]);
      }
      const history = await store.flagHistory();
      expect(history).toHaveLength(KEPT_FLAG_CHANGES);
      expect(history[0]?.to).toBe(String(KEPT_FLAG_CHANGES + 3));
      expect(history.at(-1)?.to).toBe('4');
    });

    it("[FLAG-2] remember a school's own say apart from those of others", async () => {
      await addSchool(store);
      await addSchool(store, 'other');
      const say = (to: string) => change(to, { flag: 'school' });
      await store.setSchoolRealtime('riverside', 'on', say('on'));
      await store.setSchoolRealtime('riverside', undefined, say('default'));
      await store.setSchoolRealtime('other', 'off', say('off'));
      await store.setSchoolRealtime('nowhere', 'off', say('off'));
      expect((await store.flagHistory('riverside')).map(({ to }) => to)).toEqual(['default', 'on']);
      expect(await store.flagHistory('other')).toEqual([say('off')]);
      expect(await store.flagHistory('nowhere')).toEqual([]);
      expect(await store.flagHistory()).toEqual([]);
      for (let at = 0; at < KEPT_FLAG_CHANGES; at += 1) {
        await store.setSchoolRealtime('other', 'on', say(String(at)));
      }
      const history = await store.flagHistory('other');
      expect([history.length, history.at(-1)?.to]).toEqual([KEPT_FLAG_CHANGES, '0']);
      expect(await store.flagHistory('riverside')).toHaveLength(2);
    });

    it('[SRV-5] are kept over a restart, with their history', async () => {
      await addSchool(store);
      await store.setSchoolRealtime('riverside', 'on', change('on', { flag: 'school' }));
      await store.writeFlags(FULL, [change('1')]);
      const restarted = await underTest().restart();
      expect(await restarted.flags()).toEqual(FULL);
      expect(await restarted.flagHistory()).toEqual([change('1')]);
      expect(await restarted.flagHistory('riverside')).toHaveLength(1);
    });
  });
}
