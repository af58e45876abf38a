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
    const units = fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 60 });
    const flip = fc.integer({ min: 1, max: 0xffff });
    fc.assert(
      fc.property(units, fc.nat(), flip, (text, position, flipped) => {
        const index = position % text.length;
        const damaged = text.map((unit, at) => (at === index ? unit ^ flipped : unit));
        expect(checksum(String.fromCharCode(...damaged))).not.toBe(
          checksum(String.fromCharCode(...text)),
        );
      }),
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
