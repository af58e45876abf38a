import { describe, expect, it } from 'vitest';
import { runBells } from './bell-run.js';
import { PLANTED_BUGS } from './planted-bugs.js';
import { runShort, shortScript } from './short-run.js';

/** As many scripts as a bug may take to be found. */
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

describe('the simulator', () => {
  it('[P-1] [P-3] finds nothing in the machine as it is', () => {
    const found = SEEDS.map((seed) => runShort(seed, shortScript(seed)));
    expect(found.filter((violation) => violation !== undefined)).toEqual([]);
  }, 600_000);

  it('[TIME-3] [TIME-6] finds nothing around bells either', () => {
    const found = SEEDS.slice(0, 10).map((seed) => runBells(seed, shortScript(seed)));
    expect(found.filter((violation) => violation !== undefined)).toEqual([]);
  }, 600_000);

  it.each(PLANTED_BUGS)(
    'finds that $name',
    ({ transition, breaks }) => {
      const run = breaks.includes('TIME-3') ? runBells : runShort;
      const rule = findFirst((seed) => run(seed, shortScript(seed), transition)?.rule);
      expect(breaks).toContain(rule);
    },
    600_000,
  );
});

function findFirst<T>(find: (seed: number) => T | undefined): T | undefined {
  for (const seed of SEEDS) {
    const found = find(seed);
    if (found !== undefined) return found;
  }
  return undefined;
}
