import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum } from './checksum.js';

describe('checksum', () => {
  it('is 16 hexadecimal digits, the same on every device', () => {
    expect(checksum('')).toMatch(/^[0-9a-f]{16}$/);
    expect(checksum('{"school":"Riverside"}')).toBe(checksum('{"school":"Riverside"}'));
    expect(checksum('الحصة الأولى')).toMatch(/^[0-9a-f]{16}$/);
  });

  it('stays what it was: generations on devices depend on it', () => {
    expect(checksum('')).toBe('a3e18ab1816d6475');
    expect(checksum('Hallboard')).toBe('88ed5c44048a8d64');
  });

  it('[STORE-2] sees any change of a single unit', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }),
        fc.nat(),
        fc.integer({ min: 1, max: 0xffff }),
        (text, position, flipped) => {
          const index = position % text.length;
          const spoilt = String.fromCharCode(text.charCodeAt(index) ^ flipped);
          const damaged = text.slice(0, index) + spoilt + text.slice(index + 1);
          expect(checksum(damaged)).not.toBe(checksum(text));
        },
      ),
    );
  });

  it('[STORE-2] sees a body cut short, at any length', () => {
    const body = '{"a":[0,0,0,0,0,0,0,0,0,0,0,0],"b":"aaaaaaaaaaaaaaaaaaaa"}'.repeat(20);
    const sums = new Set<string>();
    for (let length = 0; length <= body.length; length += 1)
      sums.add(checksum(body.slice(0, length)));
    expect(sums.size).toBe(body.length + 1);
  });

  it('sees parts that changed places', () => {
    expect(checksum('abcdef')).not.toBe(checksum('abdcef'));
    expect(checksum(`${'a'.repeat(100)}${'b'.repeat(100)}`)).not.toBe(
      checksum(`${'b'.repeat(100)}${'a'.repeat(100)}`),
    );
  });
});
