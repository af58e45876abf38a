import type { Place } from './key-value.js';

/** As long as browsers keep a cookie; each boot renews it. */
const MAX_AGE_S = 400 * 24 * 60 * 60;

/** What is used of `document`. */
export type CookieJar = Pick<Document, 'cookie'>;

/**
 * A cookie of this page alone, so that it is sent with nothing but the page's own address.
 * @param path @default the page's path
 */
export function createCookiePlace(
  jar: CookieJar = document,
  path: string = location.pathname,
): Place {
  return {
    name: 'cookie',
    async get(key) {
      const prefix = `${cookieName(key)}=`;
      const found = jar.cookie.split('; ').find((cookie) => cookie.startsWith(prefix));
      return found === undefined ? undefined : decodeURIComponent(found.slice(prefix.length));
    },
    async set(key, text) {
      const value = encodeURIComponent(text);
      jar.cookie = `${cookieName(key)}=${value}; Path=${path}; Max-Age=${MAX_AGE_S}; SameSite=Strict`;
    },
  };
}

function cookieName(key: string): string {
  return `hallboard-${key}`;
}
