import { describe, expect, it } from 'vitest';
import { matchesTag } from './entity-tag.js';
import { negotiateEncoding } from './negotiate-encoding.js';

describe('matchesTag', () => {
  it.each([
    ['"a.1"', true],
    ['W/"a.1"', true],
    ['"x", W/"a.1"', true],
    ['*', true],
    ['"a.12"', false],
    ['a.1', false],
    ['', false],
    [undefined, false],
  ])('[HTTP-1] compares %j', (header, matches) => {
    expect(matchesTag(header, '"a.1"')).toBe(matches);
  });
});

describe('negotiateEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['br;q=nonsense', 'identity'],
    ['identity', 'identity'],
    ['zbr', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('[HTTP-1] answers %j with %s', (header, encoding) => {
    expect(negotiateEncoding(header)).toBe(encoding);
  });
});
