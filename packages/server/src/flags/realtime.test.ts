import { describe, expect, it } from 'vitest';
import { decideRealtime } from './realtime.js';

describe('decideRealtime', () => {
  it.each([
    [{ allowed: false, school: 'on', fallback: true }, 'off'],
    [{ allowed: true, school: 'off', fallback: true }, 'off'],
    [{ allowed: true, school: 'on', fallback: false }, 'on'],
    [{ allowed: true, school: undefined, fallback: true }, 'on'],
    [{ allowed: true, school: undefined, fallback: false }, 'off'],
  ] as const)('[FLAG-1] environment > school > default: %j is %s', (facts, expected) => {
    expect(decideRealtime(facts)).toBe(expected);
  });
});
