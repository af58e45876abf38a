import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createToken, hashSecret, sameHash } from './token.js';

describe('tokens', () => {
  it('[SEC-1] are 256 random bits, safe in a URL', () => {
    const asked: number[] = [];
    const bytes = (count: number) => {
      asked.push(count);
      return Buffer.alloc(count, 0xff);
    };
    const token = createToken({ bytes, next: () => 0 });
    expect(asked).toEqual([32]);
    expect(Buffer.from(token, 'base64url')).toEqual(Buffer.alloc(32, 0xff));
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('[SEC-1] are stored as SHA-256', () => {
    const expected = createHash('sha256').update('secret').digest('hex');
    expect(hashSecret('secret')).toBe(expected);
    expect(hashSecret('secret')).not.toContain('secret');
  });

  it('[SEC-1] are compared by their hashes', () => {
    expect(sameHash(hashSecret('a'), hashSecret('a'))).toBe(true);
    expect(sameHash(hashSecret('a'), hashSecret('b'))).toBe(false);
    expect(sameHash(hashSecret('a'), '')).toBe(false);
    expect(sameHash(hashSecret('a'), hashSecret('a').slice(1))).toBe(false);
    expect(sameHash('ñ'.repeat(32), 'n'.repeat(64))).toBe(false);
  });
});
