import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.js';
import { addSchool, type StoreUnderTest, screen } from './builders.contract.js';

export function claimsContract(underTest: () => StoreUnderTest): void {
  describe('claims', () => {
    let store: Store;
    beforeEach(async () => {
      store = underTest().store;
      await addSchool(store);
    });

    it('[BIND-1] tells won, mine and taken apart', async () => {
      await store.addScreen(screen('s1'));
      expect(await store.claimScreen('s1', 'first')).toBe('won');
      expect(await store.claimScreen('s1', 'first')).toBe('mine');
      expect(await store.claimScreen('s1', 'second')).toBe('taken');
      expect(await store.claimScreen('s2', 'first')).toBe('unknown-screen');
      expect((await store.screen('s1'))?.deviceId).toBe('first');
    });

    it('[STORE-6] takes a screen from an owner who has it no more, and from no other', async () => {
      await store.addScreen(screen('s1'));
      await store.claimScreen('s1', 'first');
      expect(await store.claimScreen('s1', 'second', 'another')).toBe('taken');
      expect(await store.claimScreen('s1', 'second', 'first')).toBe('won');
      expect(await store.claimScreen('s1', 'third', 'first')).toBe('taken');
      expect((await store.screen('s1'))?.deviceId).toBe('second');
    });

    it('[BIND-1] gives a screen one owner, whichever of 8 contenders comes first', async () => {
      let screens = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 8, maxLength: 24 }),
          async (contenders) => {
            screens += 1;
            const id = `s${screens}`;
            await store.addScreen(screen(id));
            const outcomes = await Promise.all(
              contenders.map((contender) => store.claimScreen(id, `device ${contender}`)),
            );
            expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
            const owner = (await store.screen(id))?.deviceId;
            contenders.forEach((contender, index) => {
              const owns = owner === `device ${contender}`;
              expect(outcomes[index]).toMatch(owns ? /won|mine/ : /taken/);
            });
          },
        ),
        { numRuns: 25 },
      );
    });

    it('[SRV-5] remembers the owner over a restart', async () => {
      await store.addScreen(screen('s1'));
      await store.claimScreen('s1', 'first');
      const reopened = await underTest().restart();
      expect(await reopened.claimScreen('s1', 'second')).toBe('taken');
      expect(await reopened.claimScreen('s1', 'first')).toBe('mine');
    });
  });
}
