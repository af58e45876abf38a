import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRange } from './byte-range.js';

const part = (start: number, end: number) => ({ kind: 'part', range: { start, end } });

describe('readRange [HTTP-8]', () => {
  it.each([
    ['bytes=0-0', part(0, 0)],
    ['bytes=0-', part(0, 99)],
    ['bytes=10-19', part(10, 19)],
    ['bytes=90-1000', part(90, 99)],
    ['bytes=99-', part(99, 99)],
    ['bytes=-1', part(99, 99)],
    ['bytes=-1000', part(0, 99)],
    ['Bytes= 5-6 ', part(5, 6)],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=100-200', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
  ])('reads %s of 100 bytes', (header, expected) => {
    expect(readRange(header, 100)).toEqual(expected);
  });

  it.each([
    undefined,
    '',
    'bytes=',
    'bytes=-',
    'bytes=9-5',
    'bytes=0-1,5-6',
    'bytes=a-b',
    'bytes=-5-9',
    'bytes 0-5',
    'lines=0-5',
  ])('takes %s to want everything', (header) => {
    expect(readRange(header, 100)).toEqual({ kind: 'all' });
  });

  it('never leaves the file, whatever it is sent', () => {
    const number = fc.oneof(
      fc.constant(''),
      fc.nat().map(String),
      fc.bigInt({ min: 0n }).map(String),
    );
    const header = fc.oneof(
      fc.string(),
      fc.tuple(number, number).map(([first, last]) => `bytes=${first}-${last}`),
    );
    fc.assert(
      fc.property(header, fc.integer({ min: 1, max: 2 ** 40 }), (text, size) => {
        const wanted = readRange(text, size);
        if (wanted.kind !== 'part') return;
        const { start, end } = wanted.range;
        expect(Number.isSafeInteger(start) && Number.isSafeInteger(end)).toBe(true);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThan(size);
      }),
    );
  });

  it('gives back the range that a header was written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.nat(), fc.nat(), (size, a, b) => {
        const [start, end] = [a % size, b % size].sort((x, y) => x - y) as [number, number];
        expect(readRange(`bytes=${start}-${end}`, size)).toEqual(part(start, end));
        expect(readRange(`bytes=-${size - start}`, size)).toEqual(part(start, size - 1));
      }),
    );
  });
});
