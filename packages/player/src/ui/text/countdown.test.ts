import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../messages/catalogues.fixture.js';
import { en } from '../messages/en.js';
import { countdownAt } from './countdown.js';

const MINUTE_MS = 60_000;
const span = { fromMs: 0, toMs: 45 * MINUTE_MS, meaning: 'left' as const };

describe('countdownAt', () => {
  it.each([
    [0, '45', 'min left'],
    [1, '45', 'min left'],
    [MINUTE_MS, '44', 'min left'],
    [40 * MINUTE_MS, '5', 'min left'],
    [40 * MINUTE_MS + 1000, '4:59', 'left'],
    [44 * MINUTE_MS + 51_500, '0:09', 'left'],
    [45 * MINUTE_MS, '0:00', 'left'],
    [46 * MINUTE_MS, '0:00', 'left'],
  ])('[P-5] at %i ms says %s %s', (nowMs, number, unit) => {
    expect(countdownAt(span, nowMs, en)).toMatchObject({ number, unit });
  });

  it('runs from whole to nothing', () => {
    expect(countdownAt(span, -MINUTE_MS, en).share).toBe(1);
    expect(countdownAt(span, 15 * MINUTE_MS, en).share).toBeCloseTo(2 / 3);
    expect(countdownAt(span, 45 * MINUTE_MS, en).share).toBe(0);
  });

  it('says what the number counts in the form that the number takes', () => {
    const unit = (minutes: number) =>
      countdownAt(span, (45 - minutes) * MINUTE_MS, CATALOGUES.ar).unit;
    expect(unit(7)).toBe('دقائق متبقية');
    expect(unit(33)).toBe('دقيقة متبقية');
  });
});
