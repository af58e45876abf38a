import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.js';
import { runShort, shortScript } from './short-run.js';

/** Part of a seed's script: what fast-check leaves of it is what the failure needs. */
const runs = fc
  .noShrink(fc.nat())
  .chain((seed) => fc.subarray([...shortScript(seed)]).map((script) => ({ seed, script })));

function holds(transition?: PlantedBug['transition']) {
  return fc.property(runs, ({ seed, script }) => {
    const violation = runShort(seed, script, transition);
    if (violation !== undefined) throw new Error(`${violation.rule}: ${violation.words}`);
  });
}

describe('short runs', () => {
  it('[P-1] [P-2] [P-3] [P-5] the promises hold through any script of faults', () => {
    fc.assert(holds(), { seed: 20_261_124, numRuns: 60 });
  }, 600_000);

  it.each([
    { bug: 'a rejected token clears the screen', needs: 1 },
    { bug: 'a jump of the wall clock moves the time', needs: 1 },
    { bug: 'an invalidate during a fetch is dropped', needs: 2 },
  ])(
    'tells the seed and the shortest script where $bug',
    ({ bug, needs }) => {
      const planted = PLANTED_BUGS.find(({ name }) => name === bug);
      const result = fc.check(holds(planted?.transition), { seed: 1, numRuns: 20 });
      expect(result.failed).toBe(true);
      const [found] = result.counterexample ?? [];
      expect(found?.script.length).toBeGreaterThan(0);
      expect(found?.script.length).toBeLessThanOrEqual(needs);
      expect(runShort(found?.seed ?? 0, found?.script ?? [], planted?.transition)).toBeDefined();
    },
    600_000,
  );
});
