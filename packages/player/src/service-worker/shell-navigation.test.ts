import { describe, expect, it } from 'vitest';
import { isShellAsset, isShellNavigation } from './shell-navigation.js';

const navigation = { mode: 'navigate' } as const;
const at = (path: string): URL => new URL(path, 'https://board.test');

describe('isShellNavigation', () => {
  it.each(['/screen', '/screen/', '/screen?kiosk=1', '/screen#token', '/screen/self-test'])(
    '[UPD-1] answers a visit of %s',
    (path) => {
      expect(isShellNavigation(navigation, at(path))).toBe(true);
    },
  );

  it.each([
    '/',
    '/screens',
    '/screen/other',
    '/api/display/snapshot',
    '/ws/display',
    '/console',
    '/console/screen',
    '/assets/screen',
  ])('[STORE-7] never answers a visit of %s', (path) => {
    expect(isShellNavigation(navigation, at(path))).toBe(false);
  });

  it('[STORE-7] answers no request of a page for that address', () => {
    for (const request of [new Request(at('/screen')), { mode: 'cors' } as const]) {
      expect(isShellNavigation(request, at('/screen'))).toBe(false);
    }
  });
});

describe('isShellAsset', () => {
  it.each([
    ['https://board.test/assets/index-1.js', true],
    ['https://other.test/assets/index-1.js', false],
    ['https://board.test/api/display/snapshot', false],
    ['https://board.test/api/assets/x', false],
    ['https://board.test/sw.js', false],
  ])('[STORE-7] answers %s: %s', (address, expected) => {
    expect(isShellAsset(new URL(address), 'https://board.test')).toBe(expected);
  });
});
