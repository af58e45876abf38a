import { describe, expect, it } from 'vitest';
import { type DrawName, drawUniform, type RandomState, seedRandom } from './random-state.js';

function drawMany(random: RandomState, name: DrawName, count: number): number[] {
  const drawn: number[] = [];
  let state = random;
  for (let index = 0; index < count; index += 1) {
    const [value, next] = drawUniform(state, name);
    drawn.push(value);
    state = next;
  }
  return drawn;
}

describe('drawUniform', () => {
  it('draws the same numbers from the same state', () => {
    expect(drawMany(seedRandom(7), 'poll', 5)).toEqual(drawMany(seedRandom(7), 'poll', 5));
    expect(drawMany(seedRandom(7), 'poll', 5)).not.toEqual(drawMany(seedRandom(8), 'poll', 5));
  });

  it('gives each purpose a sequence that the others do not shift', () => {
    const [, afterChannel] = drawUniform(seedRandom(7), 'channel');
    expect(drawMany(afterChannel, 'poll', 5)).toEqual(drawMany(seedRandom(7), 'poll', 5));
    expect(drawMany(seedRandom(7), 'channel', 5)).not.toEqual(drawMany(seedRandom(7), 'poll', 5));
  });

  it('is uniform over draws, and over the first draws of neighbouring seeds', () => {
    const draws = drawMany(seedRandom(1), 'poll', 10_000);
    const firsts = Array.from(
      { length: 10_000 },
      (_, seed) => drawUniform(seedRandom(seed), 'wake')[0],
    );
    for (const values of [draws, firsts]) {
      const tenths = Array.from({ length: 10 }, () => 0);
      for (const value of values) {
        const tenth = Math.floor(value * 10);
        tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      }
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...values)).toBeLessThan(1);
      // Five standard deviations around 1000.
      for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
    }
  });
});
