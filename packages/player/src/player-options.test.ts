import { describe, expect, it } from 'vitest';
import { checkServerUrl, isToken } from './player-options.js';

describe('checkServerUrl', () => {
  it.each([
    ['https://board.example.org', 'https://board.example.org'],
    ['http://192.168.1.20:8080/', 'http://192.168.1.20:8080'],
    ['https://example.org/hallboard//?query#fragment', 'https://example.org/hallboard'],
  ])('takes %s as %s', (text, url) => {
    expect(checkServerUrl(text)).toBe(url);
  });
});

describe('isToken', () => {
  it('[HTTP-3] takes only what needs no escaping in a header or a fragment', () => {
    expect(isToken('Zm9v-YmFy_0.9~')).toBe(true);
    for (const text of ['', 'a b', 'a\nb', 'a%20b', 'ä', '"a"']) expect(isToken(text)).toBe(false);
  });
});
