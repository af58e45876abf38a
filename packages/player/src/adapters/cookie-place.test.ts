import { describe, expect, it } from 'vitest';
import { type CookieJar, createCookiePlace } from './cookie-place.js';

/** As `document.cookie`: what is set is a cookie with attributes, what is read are all cookies. */
function jar(others = ''): CookieJar & { readonly set: string[] } {
  const set: string[] = [];
  return {
    set,
    get cookie() {
      return [others, ...set.map((cookie) => cookie.split(';')[0])].filter(Boolean).join('; ');
    },
    set cookie(text: string) {
      set.push(text);
    },
  };
}

describe('createCookiePlace', () => {
  it('keeps a text among the cookies of others', async () => {
    const cookies = jar('theme=dark; xhallboard-device=other');
    const place = createCookiePlace(cookies, '/screen');
    expect(await place.get('device')).toBeUndefined();
    await place.set('device', 'a=b; c');
    expect(await place.get('device')).toBe('a=b; c');
  });

  it('[STORE-6] lasts, and stays with the page', async () => {
    const cookies = jar();
    await createCookiePlace(cookies, '/screen').set('device', 'id');
    expect(cookies.set).toEqual([
      'hallboard-device=id; Path=/screen; Max-Age=34560000; SameSite=Strict',
    ]);
  });
});
