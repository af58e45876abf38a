import { describe, expect, it } from 'vitest';
import { BUDGET_BURST, type Budget, fullBudget, spend } from './budget.js';

/** Spends as fast as the budget lets it for `forMs`. @returns when each was spent. */
function spendGreedily(forMs: number): number[] {
  const spentAt: number[] = [];
  let budget: Budget = fullBudget(0);
  for (let at = 0; at <= forMs; ) {
    const spending = spend(budget, at);
    if (spending.kind === 'spent') {
      budget = spending.budget;
      spentAt.push(at);
    } else {
      at += spending.waitMs;
    }
  }
  return spentAt;
}

describe('spend', () => {
  it('[P-4] lets no more through than one a second after a burst of three', () => {
    const spentAt = spendGreedily(60_000);
    expect(spentAt.slice(0, BUDGET_BURST + 1)).toEqual([0, 0, 0, 1000]);
    expect(spentAt).toHaveLength(BUDGET_BURST + 60);
  });

  it('saves up no more than the burst', () => {
    const drained = spend({ tokens: 0, atMs: 0 }, 3_600_000);
    expect(drained).toEqual({
      kind: 'spent',
      budget: { tokens: BUDGET_BURST - 1, atMs: 3_600_000 },
    });
  });
});
