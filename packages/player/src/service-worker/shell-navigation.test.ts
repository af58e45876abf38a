import { describe, expect, it } from 'vitest';
import { isShellNavigation } from './shell-navigation.js';

const navigation = { mode: 'navigate' } as const;
const at = (path: string): URL => new URL(path, 'https://board.test');

describe('isShellNavigation', () => {
  it.each(['/screen', '/screen/', '/screen?kiosk=1', '/screen#token'])(
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
