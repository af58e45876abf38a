import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditNote } from '../records.js';
import type { AuditQuery, Store } from '../store.js';
import type { StoreUnderTest } from './builders.contract.js';

export function note(more: Partial<AuditNote> = {}): AuditNote {
  return {
    atMs: 1_790_000_000_000,
    requestId: 'r-1',
    keyId: 'k1',
    keyName: 'Ada',
    role: 'it',
    action: 'screen.revoke',
    ...more,
  };
}

export function auditContract(underTest: () => StoreUnderTest): void {
  describe('the audit log', () => {
    let store: Store;
    beforeEach(() => {
      store = underTest().store;
    });

    const add = (target: string, schoolId?: string, maxEntries = 100) =>
      store.beginAudit(note({ target, ...(schoolId && { schoolId }) }), maxEntries);
    const targets = async (query: Partial<AuditQuery> = {}) =>
      (await store.audit({ limit: 10, ...query })).map(({ target }) => target);

    it('[SEC-1] says of a change what is known: first that it began, then that it was made', async () => {
      const first = await store.beginAudit(note(), 100);
      expect(await store.audit({ limit: 10 })).toEqual([
        { ...note(), seq: first, outcome: 'unknown' },
      ]);
      await store.settleAudit(first, { target: 'hall', summary: 'for good' });
      expect(await store.audit({ limit: 10 })).toEqual([
        { ...note(), seq: first, target: 'hall', summary: 'for good', outcome: 'done' },
      ]);
    });

    it('keeps nothing of what was refused', async () => {
      await add('kept');
      await store.dropAudit(await add('refused'));
      expect(await targets()).toEqual(['kept']);
      expect(await targets({ limit: 1 })).toEqual(['kept']);
    });

    it('reads the newest first, and on from any entry', async () => {
      const seqs: number[] = [];
      for (const target of ['a', 'b', 'c', 'd']) seqs.push(await add(target));
      expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
      expect(await targets({ limit: 2 })).toEqual(['d', 'c']);
      expect(await targets({ before: seqs[2] ?? 0 })).toEqual(['b', 'a']);
      expect(await targets({ before: seqs[0] ?? 0 })).toEqual([]);
    });

    it('[P-8] reads the entries of some schools alone', async () => {
      for (const [target, school] of ['a1', 'b1', 'a2', 'c1', 'b2'].map((id) => [id, id[0]])) {
        await add(target ?? '', school);
      }
      await add('installation');
      expect(await targets({ schoolIds: ['a'] })).toEqual(['a2', 'a1']);
      expect(await targets({ schoolIds: ['a', 'b'], limit: 3 })).toEqual(['b2', 'a2', 'b1']);
      expect(await targets({ schoolIds: ['d'] })).toEqual([]);
      expect((await targets()).length).toBe(6);
    });

    it('forgets what is older than the newest entries', async () => {
      const first = await add('a', 'north', 3);
      await add('b', 'south', 3);
      for (const target of ['c', 'd', 'e']) await add(target, 'north', 3);
      expect(await targets()).toEqual(['e', 'd', 'c']);
      expect(await targets({ schoolIds: ['north'] })).toEqual(['e', 'd', 'c']);
      expect(await targets({ schoolIds: ['south'] })).toEqual([]);
      await store.settleAudit(first, { summary: 'late' });
      expect(await targets()).toEqual(['e', 'd', 'c']);
    });

    it('is no change of any school', async () => {
      const before = await store.counters();
      await store.settleAudit(await add('a', 'north'), {});
      expect(await store.counters()).toEqual(before);
    });

    it('[SRV-5] is kept over a restart, and goes on from there', async () => {
      await store.settleAudit(await add('a'), { summary: 'done' });
      const last = await add('b');
      const before = await store.audit({ limit: 10 });
      const reopened = await underTest().restart();
      expect(await reopened.audit({ limit: 10 })).toEqual(before);
      expect(await reopened.beginAudit(note(), 100)).toBeGreaterThan(last);
    });
  });
}
