import { afterEach, beforeEach, describe } from 'vitest';
import { adminKeysContract } from './contract/admin-keys.contract.js';
import { auditContract } from './contract/audit.contract.js';
import { bindingsContract } from './contract/bindings.contract.js';
import type { StoreUnderTest } from './contract/builders.contract.js';
import { claimsContract } from './contract/claims.contract.js';
import { countersContract } from './contract/counters.contract.js';
import { documentsContract } from './contract/documents.contract.js';
import { flagsContract } from './contract/flags.contract.js';
import { historyContract } from './contract/history.contract.js';
import { pairingsContract } from './contract/pairings.contract.js';
import { publishesContract } from './contract/publishes.contract.js';
import { rolloutContract } from './contract/rollout.contract.js';
import { schoolsContract } from './contract/schools.contract.js';
import { screensContract } from './contract/screens.contract.js';
import { sightsContract } from './contract/sights.contract.js';

/**
 * What every store keeps to, whatever it is made of (SRV-2). Call it from the implementation's test.
 * @param create makes a store with no data; called before each test.
 */
export function storeContract(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the store's contract [SRV-2]`, () => {
    let underTest: StoreUnderTest | undefined;
    const current = (): StoreUnderTest => {
      if (!underTest) throw new Error('no store: the contract runs within its tests');
      return underTest;
    };
    beforeEach(async () => {
      underTest = await create();
    });
    afterEach(async () => {
      await underTest?.dispose();
      underTest = undefined;
    });

    schoolsContract(current);
    publishesContract(current);
    historyContract(current);
    screensContract(current);
    claimsContract(current);
    bindingsContract(current);
    pairingsContract(current);
    documentsContract(current);
    sightsContract(current);
    flagsContract(current);
    rolloutContract(current);
    adminKeysContract(current);
    auditContract(current);
    countersContract(current);
  });
}
