import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALERT_PALETTES } from '../states/alert-palette.js';
import { accentFor } from './accent.js';
import { contrast, formatColor, MUST_READ, parseColor, READABLE } from './contrast.js';
import { PALETTES } from './palettes.js';

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('is what WCAG 2 defines', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#123456', '#123456')).toBe(1);
  });

  it('reads and writes every colour', () => {
    fc.assert(
      fc.property(color, (text) => {
        expect(formatColor(parseColor(text))).toBe(text);
      }),
    );
  });
});

describe.each(Object.entries(PALETTES))('the %s palette', (_, palette) => {
  it('can be read: inks at 7:1, what is over at 4.5:1, on both surfaces', () => {
    for (const surface of [palette.ground, palette.surface]) {
      expect(contrast(palette.ink, surface)).toBeGreaterThanOrEqual(MUST_READ);
      expect(contrast(palette.muted, surface)).toBeGreaterThanOrEqual(MUST_READ);
      expect(contrast(palette.past, surface)).toBeGreaterThanOrEqual(READABLE);
    }
    expect(contrast(palette.ink, palette.track)).toBeGreaterThanOrEqual(MUST_READ);
  });

  it('bears any accent that a school may wish for', () => {
    fc.assert(
      fc.property(color, (wish) => {
        const { accent, onAccent } = accentFor(wish, palette);
        expect(contrast(accent, palette.ground)).toBeGreaterThanOrEqual(READABLE);
        expect(contrast(accent, palette.surface)).toBeGreaterThanOrEqual(READABLE);
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(READABLE);
      }),
    );
  });
});

describe('accentFor', () => {
  it('obeys an accent that can be read', () => {
    expect(accentFor('#ffb84d', PALETTES.dark).accent).toBe('#ffb84d');
    expect(accentFor('#ffb84d', PALETTES.light).accent).not.toBe('#ffb84d');
  });
});

describe('alerts', () => {
  it.each(Object.entries(ALERT_PALETTES))('%s can be read at 7:1', (_, { ground, ink }) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(MUST_READ);
  });
});
