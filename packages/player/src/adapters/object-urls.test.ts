import { expect, it } from 'vitest';
import { createObjectUrls } from './object-urls.js';

it('gives each file one address, however many are shown in turn, until it is revoked', () => {
  const alive = new Set<string>();
  let made = 0;
  const urls = createObjectUrls({
    createObjectURL() {
      made += 1;
      alive.add(`blob:${made}`);
      return `blob:${made}`;
    },
    revokeObjectURL: (url) => void alive.delete(url),
  });
  const paint = (): string[] =>
    Array.from({ length: 100 }, (_, index) => urls.of(`${index}`, new Blob()));
  const first = paint();
  expect(paint()).toEqual(first);
  expect(first.every((url) => alive.has(url))).toBe(true);
  urls.revoke('7');
  urls.revoke('7');
  expect(alive.has(first[7] ?? '')).toBe(false);
  expect(alive.size).toBe(99);
});
