import { describe, expect, it } from 'vitest';
import { createBrowserRandom, type RandomSource } from './browser-random.js';

/** Fills every array with one value. */
function constant(value: number): RandomSource {
  return {
    getRandomValues(array) {
      if (array instanceof Uint32Array) array.fill(value);
      return array;
    },
  };
}

describe('createBrowserRandom', () => {
  it('covers [0, 1) and never reaches 1', () => {
    expect(createBrowserRandom(constant(0)).next()).toBe(0);
    const highest = createBrowserRandom(constant(0xffffffff)).next();
    expect(highest).toBeLessThan(1);
    expect(highest).toBe(1 - 2 ** -53);
  });

  it('draws from the secure generator of the platform', () => {
    const random = createBrowserRandom();
    const draws = Array.from({ length: 1000 }, () => random.next());
    expect(new Set(draws).size).toBe(1000);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    expect(mean).toBeGreaterThan(0.4);
    expect(mean).toBeLessThan(0.6);
  });
});
