import { describe, expect, it } from 'vitest';
import { SOUNDS, type Tone } from './sounds.js';

/** How loud a tone is at its loudest from `atS` on: it falls to a ten-thousandth, as it is played. */
function levelAt({ atS: startS, lastsS, level }: Tone, atS: number): number {
  if (atS < startS || atS >= startS + lastsS) return 0;
  return level * (0.0001 / level) ** ((atS - startS) / lastsS);
}

describe.each(Object.entries(SOUNDS))('the sound of %s', (_, tones) => {
  it('[TIME-6] is never louder than the volume asks, which would distort it', () => {
    for (const { atS } of tones) {
      const level = tones.reduce((sum, tone) => sum + levelAt(tone, atS), 0);
      expect(level).toBeGreaterThan(0.3);
      expect(level).toBeLessThanOrEqual(1);
    }
  });

  it('is of tones that small speakers play, and over in a few seconds', () => {
    for (const { hertz, atS, lastsS } of tones) {
      expect(hertz).toBeGreaterThan(250);
      expect(hertz).toBeLessThan(4_000);
      expect(atS + lastsS).toBeLessThanOrEqual(5);
    }
  });
});
