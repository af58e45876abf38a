import { describe, expect, it } from 'vitest';
import { pixelShiftAt } from './pixel-shift.js';

const MINUTE_MS = 60_000;

function placeAt(minute: number, unitPx = 1): readonly number[] {
  return (pixelShiftAt(minute * MINUTE_MS, unitPx).match(/-?\d+(?=px)/g) ?? []).map(Number);
}

describe('the pixel shift', () => {
  it('wanders over a few whole pixels, never by more than one in a minute', () => {
    const places = Array.from({ length: 24 * 60 }, (_, minute) => placeAt(minute));
    const [across = [], down = []] = [0, 1].map((axis) =>
      places.map((place) => place[axis] ?? NaN),
    );
    for (const values of [across, down]) {
      expect([Math.min(...values), Math.max(...values)]).toEqual([-4, 4]);
      const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? NaN)));
      expect(Math.max(...steps)).toBe(1);
    }
  });

  it('reaches as far on every size of screen', () => {
    expect(placeAt(0, 2)).toEqual([8, 8]);
    expect(placeAt(0, 0.5)).toEqual([2, 2]);
  });
});
