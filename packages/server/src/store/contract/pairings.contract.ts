import { beforeEach, describe, expect, it } from 'vitest';
import type { PairingRecord } from '../records.js';
import type { Store } from '../store.js';
import type { StoreUnderTest } from './builders.contract.js';

const NOW_MS = 1_790_000_000_000;

function pairing(name: string, more: Partial<PairingRecord> = {}): PairingRecord {
  return {
    code: `code ${name}`,
    secretHash: `secret ${name}`,
    tokenHash: `token ${name}`,
    expiresAtMs: NOW_MS + 1000,
    keptUntilMs: NOW_MS + 2000,
    ...more,
  };
}

export function pairingsContract(underTest: () => StoreUnderTest): void {
  describe('pairings', () => {
    let store: Store;
    beforeEach(() => {
      store = underTest().store;
    });

    it('are found by code and by secret', async () => {
      const one = pairing('1');
      expect(await store.addPairing(one, NOW_MS)).toBe(true);
      expect(await store.pairingByCode(one.code)).toEqual(one);
      expect(await store.pairingBySecret(one.secretHash)).toEqual(one);
      expect(await store.pairingByCode('code 2')).toBeUndefined();
      expect(await store.pairingBySecret('secret 2')).toBeUndefined();
    });

    it('[BIND-5] have a code and a secret each', async () => {
      await store.addPairing(pairing('1'), NOW_MS);
      expect(await store.addPairing(pairing('2', { code: 'code 1' }), NOW_MS)).toBe(false);
      expect(await store.addPairing(pairing('2', { secretHash: 'secret 1' }), NOW_MS)).toBe(false);
      expect(await store.pairingByCode('code 1')).toEqual(pairing('1'));
      expect(await store.pairingBySecret('secret 2')).toBeUndefined();
    });

    it('are forgotten when their time is over, and give their code back', async () => {
      await store.addPairing(pairing('1'), NOW_MS);
      const next = pairing('2', { code: 'code 1' });
      expect(await store.addPairing(next, NOW_MS + 1999)).toBe(false);
      expect(await store.addPairing(next, NOW_MS + 2000)).toBe(true);
      expect(await store.pairingByCode('code 1')).toEqual(next);
      expect(await store.pairingBySecret('secret 1')).toBeUndefined();
    });
  });
}
