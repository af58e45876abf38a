import { describe, expect, it } from 'vitest';
import { localTime } from './local-time.js';

const CHANGE_MS = Date.UTC(2027, 2, 28, 1);
/** Madrid's spring of 2027: 02:00 becomes 03:00. */
const offsets = [
  { from: Date.UTC(2027, 2, 1), minutes: 60 },
  { from: CHANGE_MS, minutes: 120 },
];

describe('localTime', () => {
  it('[SNAP-3] follows the offsets of the snapshot across a change of the clocks', () => {
    expect(localTime({ offsets }, CHANGE_MS - 1)).toBe('01:59');
    expect(localTime({ offsets }, CHANGE_MS)).toBe('03:00');
  });

  it('[SNAP-3] holds the first offset before its instant and the last without end', () => {
    expect(localTime({ offsets }, Date.UTC(2020, 0, 1))).toBe('01:00');
    expect(localTime({ offsets }, Date.UTC(2040, 0, 1))).toBe('02:00');
  });

  it('[P-5] is right in zones west of UTC, off the hour, and before 1970', () => {
    expect(localTime({ offsets: [{ from: 0, minutes: -210 }] }, 0)).toBe('20:30');
    expect(localTime({ offsets: [{ from: 0, minutes: 345 }] }, 0)).toBe('05:45');
    expect(localTime({ offsets: [{ from: 0, minutes: -60 }] }, -1)).toBe('22:59');
  });
});
