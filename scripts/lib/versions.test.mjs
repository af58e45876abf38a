import { describe, expect, it } from 'vitest';
import { isAtLeast } from './versions.mjs';

describe('isAtLeast', () => {
  it('compares numbers, not texts', () => {
    expect(isAtLeast('20.19.0', '20.9.1')).toBe(true);
    expect(isAtLeast('20.9.1', '20.19.0')).toBe(false);
    expect(isAtLeast('9.9.9', '20.19.0')).toBe(false);
  });

  it('accepts the floor itself and anything above', () => {
    expect(isAtLeast('20.19.0', '20.19.0')).toBe(true);
    expect(isAtLeast('22.0.0', '20.19.0')).toBe(true);
  });
});
