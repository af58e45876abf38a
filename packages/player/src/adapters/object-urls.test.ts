import { expect, it } from 'vitest';
import { createObjectUrls } from './object-urls.js';

it('keeps a bounded number of addresses alive: those that are asked for', () => {
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
  const blob = new Blob();
  const first = urls.of('first', blob);
  for (let index = 0; index < 100; index += 1) {
    urls.of(`${index}`, blob);
    expect(urls.of('first', blob)).toBe(first);
  }
  expect(alive.size).toBe(64);
  urls.revoke('first');
  expect(alive.has(first)).toBe(false);
  urls.revoke('first');
  expect(alive.size).toBe(63);
});
