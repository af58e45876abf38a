import { describe, expect, it } from 'vitest';
import { DeviceLimits } from './device-limits.js';

const LIMIT = { perSecond: 1, burst: 1 };

describe('DeviceLimits', () => {
  it('[HTTP-6] counts each device of each screen by itself', () => {
    const limits = new DeviceLimits(LIMIT);
    expect(limits.take('hall', 'a', 0)).toBe(0);
    expect(limits.take('hall', 'b', 0)).toBe(0);
    expect(limits.take('gym', 'a', 0)).toBe(0);
    expect(limits.take('hall', 'a', 0)).toBe(1000);
    expect(limits.take('hall', 'b', 0)).toBe(1000);
  });

  it('[HTTP-6] lets strangers of a screen share a bucket of their own', () => {
    const limits = new DeviceLimits(LIMIT);
    expect(limits.take('hall', undefined, 0)).toBe(0);
    expect(limits.take('hall', undefined, 0)).toBe(1000);
    expect(limits.take('gym', undefined, 0)).toBe(0);
    expect(limits.take('hall', 'a', 0)).toBe(0);
  });
});
