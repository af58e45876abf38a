import { beforeEach, describe, expect, it } from 'vitest';
import type { RaisedAlert } from '../raised-alert.js';
import type { PublishWrite, Store } from '../store.js';
import { addSchool, BOARD, HALL, type StoreUnderTest, screen, state } from './builders.contract.js';

export function publishesContract(underTest: () => StoreUnderTest): void {
  describe('publishes', () => {
    let store: Store;
    let epoch: string;
    beforeEach(async () => {
      store = underTest().store;
      epoch = await store.epoch();
      await addSchool(store);
    });

    const write = (base: number, more: Partial<PublishWrite> = {}): PublishWrite => ({
      schoolId: 'riverside',
      baseSequence: base,
      ...state(epoch, base + 1),
      ...more,
    });
    const everything = async () => ({
      schools: await store.schools(),
      content: await store.content('riverside'),
      bodies: await store.bodies('riverside'),
      screens: await store.screens('riverside'),
      counters: await store.counters(),
    });

    it('[SNAP-5] replaces content and every body, and advances the sequence', async () => {
      const next = { ...write(1), horizon: '2027-01-31', zone: 'Africa/Cairo' };
      const outcome = await store.publish(next);
      expect(outcome).toEqual({ kind: 'published', school: await store.school('riverside') });
      expect(await store.school('riverside')).toMatchObject({
        name: 'School 2',
        zone: 'Africa/Cairo',
        sequence: 2,
        horizon: '2027-01-31',
      });
      expect(await store.content('riverside')).toBe(next.content);
      expect(await store.bodies('riverside')).toEqual(next.bodies);
    });

    it('[ALERT-1] keeps alerts beside the content, as the newest publish has them', async () => {
      const alert: RaisedAlert = {
        id: 'a1',
        kind: 'lockdown',
        groups: ['hall'],
        title: 'Lockdown',
        startsAt: 1,
        expiresAt: 2,
        drill: false,
        forAll: true,
      };
      const alerts = [alert];
      const outcome = await store.publish(write(1, { alerts }));
      expect(outcome).toMatchObject({ kind: 'published', school: { alerts } });
      expect((await store.school('riverside'))?.alerts).toEqual(alerts);
      await store.publish(write(2));
      expect((await store.school('riverside'))?.alerts).toBeUndefined();
    });

    it('writes nothing on top of a sequence that is not current', async () => {
      await store.publish(write(1));
      const before = await everything();
      for (const base of [0, 1, 3]) {
        expect(await store.publish(write(base))).toEqual({ kind: 'superseded' });
      }
      expect(await everything()).toEqual(before);
    });

    it('knows no school that was not added', async () => {
      const outcome = await store.publish(write(1, { schoolId: 'nowhere' }));
      expect(outcome).toEqual({ kind: 'unknown-school' });
    });

    it('lets exactly one of many contenders publish on a sequence', async () => {
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => store.publish(write(1))));
      expect(outcomes.filter(({ kind }) => kind === 'published')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'superseded')).toHaveLength(7);
    });

    it('[SNAP-5] adds a screen with a new view in the same write as its body', async () => {
      const hall = screen('hall', { view: HALL });
      const both = state(epoch, 2, [BOARD, HALL]);
      const outcome = await store.publish(write(1, { ...both, screen: hall }));
      expect(outcome.kind).toBe('published');
      expect(await store.screens('riverside')).toEqual([hall]);
      expect(await store.bodies('riverside')).toEqual(both.bodies);
    });

    it('changes a screen in the same write', async () => {
      const old = screen('s1');
      await store.addScreen(old);
      await store.claimScreen('s1', 'device');
      const changed = screen('s1', { view: HALL, info: { version: 2, name: 'Gym' } });
      const outcome = await store.publish(
        write(1, { ...state(epoch, 2, [HALL]), screen: { ...changed, tokenHash: 'ignored' } }),
      );
      expect(outcome.kind).toBe('published');
      expect(await store.screen('s1')).toEqual({
        ...changed,
        tokenHash: old.tokenHash,
        deviceId: 'device',
      });
    });

    it('writes nothing if its screen is taken, or was changed meanwhile', async () => {
      await store.addScreen(screen('s1'));
      const before = await everything();
      const taken = await store.publish(write(1, { screen: screen('s1') }));
      expect(taken).toEqual({ kind: 'superseded' });
      const stale = screen('s1', { info: { version: 3 } });
      expect(await store.publish(write(1, { screen: stale }))).toEqual({ kind: 'superseded' });
      expect(await everything()).toEqual(before);
    });

    it('[SNAP-5] leaves no screen without a body: one was added meanwhile', async () => {
      await store.addScreen(screen('s1'));
      const before = await everything();
      const withoutBoard = write(1, state(epoch, 2, [HALL]));
      expect(await store.publish(withoutBoard)).toEqual({ kind: 'superseded' });
      expect(await everything()).toEqual(before);
      await store.revokeScreen('s1', 1);
      expect((await store.publish(withoutBoard)).kind).toBe('published');
    });

    it('keeps schools apart [P-8]', async () => {
      await addSchool(store, 'other');
      const before = [await store.school('other'), await store.bodies('other')];
      await store.publish(write(1));
      expect([await store.school('other'), await store.bodies('other')]).toEqual(before);
    });
  });
}
