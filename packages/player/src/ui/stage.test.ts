import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stageOf } from './stage.js';

describe('stageOf', () => {
  it.each([
    [1280, 720, 'wide', 1920, 1080],
    [1920, 1080, 'wide', 1920, 1080],
    [3840, 2160, 'wide', 1920, 1080],
    [1920, 1200, 'wide', 1920, 1200],
    [2560, 1080, 'wide', 2560, 1080],
    [1024, 768, 'standard', 1600, 1200],
    [768, 1024, 'standard', 1600, 2133],
    [1080, 1920, 'portrait', 1080, 1920],
    [720, 1280, 'portrait', 1080, 1920],
    [0, 0, 'wide', 1920, 1080],
  ])('lays %i×%i out as %s, %i×%i units', (widthPx, heightPx, shape, width, height) => {
    const stage = stageOf(widthPx, heightPx);
    expect(stage.shape).toBe(shape);
    expect(stage.width).toBeCloseTo(width, 0);
    expect(stage.height).toBeCloseTo(height, 0);
  });

  it('fills any container exactly', () => {
    const size = fc.integer({ min: 100, max: 8000 });
    fc.assert(
      fc.property(size, size, (widthPx, heightPx) => {
        const { width, height, unitPx } = stageOf(widthPx, heightPx);
        expect(width * unitPx).toBeCloseTo(widthPx, 3);
        expect(height * unitPx).toBeCloseTo(heightPx, 3);
      }),
    );
  });
});
