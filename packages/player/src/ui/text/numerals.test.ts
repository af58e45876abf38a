import { describe, expect, it } from 'vitest';
import { numeralsOf } from './numerals.js';

describe('numeralsOf', () => {
  it.each([
    ['en-GB', '08:47'],
    ['tr', '08:47'],
    ['ar-SA', '٠٨:٤٧'],
    ['ar', '٠٨:٤٧'],
    ['ar-MA', '08:47'],
    ['ar-AE', '08:47'],
    ['ar-SA-u-nu-latn', '08:47'],
    ['en-u-ca-islamic-nu-arab', '٠٨:٤٧'],
    ['fa-IR', '۰۸:۴۷'],
    ['mr-IN', '०८:४७'],
    ['bn', '০৮:৪৭'],
    ['en-u-nu-roman', '08:47'],
    ['', '08:47'],
  ])('writes the clock of %j as %s', (locale, text) => {
    expect(numeralsOf(locale)('08:47')).toBe(text);
  });
});
