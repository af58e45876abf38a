import { describe, expect, it } from 'vitest';
import { PLANTED_BUGS } from './planted-bugs.js';
import { runShort, shortScript } from './short-run.js';

/** As many scripts as a bug may take to be found. */
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

describe('the simulator', () => {
  it('[P-1] [P-3] finds nothing in the machine as it is', () => {
    const found = SEEDS.map((seed) => runShort(seed, shortScript(seed)));
    expect(found.filter((violation) => violation !== undefined)).toEqual([]);
  }, 600_000);

  it.each(PLANTED_BUGS)(
    'finds that $name',
    ({ transition, breaks }) => {
      const rule = findFirst((seed) => runShort(seed, shortScript(seed), transition)?.rule);
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
