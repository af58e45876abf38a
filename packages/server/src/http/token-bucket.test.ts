import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedBuckets } from './keyed-buckets.js';
import { TokenBucket } from './token-bucket.js';

const LIMIT = { perSecond: 1, burst: 4 };

describe('TokenBucket', () => {
  it('[P-4] allows a burst of 4, then one a second', () => {
    const bucket = new TokenBucket(LIMIT);
    expect([0, 0, 0, 0, 0].map((at) => bucket.take(at))).toEqual([0, 0, 0, 0, 1000]);
    expect(bucket.take(400)).toBe(600);
    expect(bucket.take(1000)).toBe(0);
    expect(bucket.take(1000)).toBe(1000);
  });

  it('[P-4] never allows more than burst + elapsed seconds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 200 }), (gaps) => {
        const bucket = new TokenBucket(LIMIT);
        let now = 0;
        let taken = 0;
        for (const gap of gaps) {
          now += gap;
          if (bucket.take(now) === 0) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(4 + now / 1000);
      }),
    );
  });
});

describe('KeyedBuckets', () => {
  it('keeps keys apart, and forgets the oldest beyond its size', () => {
    const buckets = new KeyedBuckets({ perSecond: 1, burst: 1 }, 2);
    expect(buckets.take('a', 0)).toBe(0);
    expect(buckets.take('b', 0)).toBe(0);
    expect(buckets.take('a', 0)).toBe(1000);
    expect(buckets.take('c', 0)).toBe(0);
    expect(buckets.take('a', 0)).toBe(0);
  });
});
