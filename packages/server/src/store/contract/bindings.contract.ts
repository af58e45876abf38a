import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.js';
import { addSchool, type StoreUnderTest, screen } from './builders.contract.js';

export function bindingsContract(underTest: () => StoreUnderTest): void {
  describe('bindings', () => {
    let store: Store;
    beforeEach(async () => {
      store = underTest().store;
      await addSchool(store);
      await store.addScreen(screen('s1'));
    });

    it('[BIND-4] bars the device that was unbound until another has claimed', async () => {
      await store.claimScreen('s1', 'old');
      expect(await store.unbindScreen('s1')).toBe('changed');
      expect(await store.claimScreen('s1', 'old')).toBe('barred');
      expect(await store.screen('s1')).toEqual({ ...screen('s1'), barredDeviceId: 'old' });
      expect(await store.claimScreen('s1', 'new')).toBe('won');
      expect(await store.screen('s1')).toEqual({ ...screen('s1'), deviceId: 'new' });
      expect(await store.claimScreen('s1', 'old')).toBe('taken');
    });

    it('[BIND-4] lets an administrator readmit it', async () => {
      await store.claimScreen('s1', 'old');
      await store.unbindScreen('s1');
      expect(await store.readmitDevice('s1')).toBe('changed');
      expect(await store.readmitDevice('s1')).toBe('unchanged');
      expect(await store.claimScreen('s1', 'old')).toBe('won');
    });

    it('keeps the bar where there is no device to unbind, and over a restart', async () => {
      expect(await store.unbindScreen('s1')).toBe('unchanged');
      await store.claimScreen('s1', 'old');
      await store.unbindScreen('s1');
      expect(await store.unbindScreen('s1')).toBe('unchanged');
      const reopened = await underTest().restart();
      expect(await reopened.claimScreen('s1', 'old')).toBe('barred');
    });

    it('[BIND-4] replaces a token, of which the old one is nobody’s', async () => {
      await store.claimScreen('s1', 'device');
      expect(await store.replaceToken('s1', 'new hash', 'keep-owner')).toBe('replaced');
      expect(await store.screenByTokenHash('hash of s1')).toBeUndefined();
      const replaced = { ...screen('s1', { tokenHash: 'new hash' }), deviceId: 'device' };
      expect(await store.screenByTokenHash('new hash')).toEqual(replaced);
      await store.addScreen(screen('s2'));
      expect(await store.replaceToken('s2', 'new hash', 'keep-owner')).toBe('taken');
      expect(await store.replaceToken('s1', 'new hash', 'free-owner')).toBe('taken');
      expect(await store.screen('s1')).toEqual(replaced);
    });

    it('[BIND-2] frees the screen and lifts its bar with the token, where another device gets it', async () => {
      await store.claimScreen('s1', 'old');
      expect(await store.replaceToken('s1', 'first', 'free-owner')).toBe('replaced');
      expect(await store.screen('s1')).toEqual(screen('s1', { tokenHash: 'first' }));
      await store.claimScreen('s1', 'new');
      await store.unbindScreen('s1');
      await store.replaceToken('s1', 'second', 'free-owner');
      expect(await store.claimScreen('s1', 'new')).toBe('won');
    });

    it('knows no screen that is revoked or was never there', async () => {
      await store.claimScreen('s1', 'device');
      await store.revokeScreen('s1', 1);
      for (const id of ['s1', 's9']) {
        expect(await store.unbindScreen(id)).toBe('unknown-screen');
        expect(await store.readmitDevice(id)).toBe('unknown-screen');
        expect(await store.replaceToken(id, 'x', 'free-owner')).toBe('unknown-screen');
      }
    });

    it('[P-7] has one owner, and none that is barred, after any interleaving', async () => {
      const step = fc.oneof(
        fc.constantFrom('a', 'b', 'c').map((device) => ({ kind: 'claim', device }) as const),
        fc.constant({ kind: 'unbind' } as const),
        fc.constant({ kind: 'readmit' } as const),
      );
      let screens = 1;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          screens += 1;
          const id = `s${screens}`;
          await store.addScreen(screen(id));
          let owner: string | undefined;
          let barred: string | undefined;
          // All at once: what the store does in turn has to be what a single thread would.
          const outcomes = await Promise.all(
            steps.map((one) => {
              if (one.kind === 'claim') return store.claimScreen(id, one.device);
              return one.kind === 'unbind' ? store.unbindScreen(id) : store.readmitDevice(id);
            }),
          );
          steps.forEach((one, at) => {
            if (one.kind === 'claim') {
              const free = owner === undefined;
              const mine = owner === one.device ? 'mine' : 'taken';
              const won = barred === one.device ? 'barred' : 'won';
              expect(outcomes[at]).toBe(free ? won : mine);
              if (outcomes[at] === 'won') [owner, barred] = [one.device, undefined];
            } else if (one.kind === 'unbind') {
              expect(outcomes[at]).toBe(owner === undefined ? 'unchanged' : 'changed');
              if (owner !== undefined) [owner, barred] = [undefined, owner];
            } else {
              expect(outcomes[at]).toBe(barred === undefined ? 'unchanged' : 'changed');
              barred = undefined;
            }
          });
          const stored = await store.screen(id);
          expect([stored?.deviceId, stored?.barredDeviceId]).toEqual([owner, barred]);
        }),
        { numRuns: 40 },
      );
    });
  });
}
