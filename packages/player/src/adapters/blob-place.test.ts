import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCacheBlobPlace, createDatabaseBlobPlace } from './blob-place.js';
import { memoryCaches } from './storage.fixture.js';

const NAMES = ['cache', 'database'] as const;

describe.each(NAMES)('a place for files: %s', (name) => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  function setUp() {
    vi.stubGlobal('indexedDB', new IDBFactory());
    const device = memoryCaches();
    return name === 'cache'
      ? createCacheBlobPlace({ open: () => device, origin: 'http://board.test' })
      : createDatabaseBlobPlace();
  }

  it('gives back what it was given, tells what it has, and forgets', async () => {
    const place = setUp();
    expect(await place.get('me/a')).toBeUndefined();
    await place.set('me/a', new Blob(['one'], { type: 'image/png' }));
    await place.set('me/b', new Blob(['two']));
    expect(await (await place.get('me/a'))?.text()).toBe('one');
    expect([...(await place.keys())].sort()).toEqual(['me/a', 'me/b']);
    await place.remove('me/a');
    expect(await place.get('me/a')).toBeUndefined();
  });

  it('rejects where the platform has no such place', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const place =
      name === 'cache'
        ? createCacheBlobPlace({
            open: () => {
              throw new DOMException('insecure', 'SecurityError');
            },
            origin: 'http://board.test',
          })
        : createDatabaseBlobPlace();
    await expect(place.get('me/a')).rejects.toThrow();
    await expect(place.keys()).rejects.toThrow();
  });
});

it('opens the database anew after a connection that failed', async () => {
  const place = createDatabaseBlobPlace();
  vi.stubGlobal('indexedDB', undefined);
  await expect(place.get('a')).rejects.toThrow();
  vi.stubGlobal('indexedDB', new IDBFactory());
  await place.set('a', new Blob(['one']));
  expect(await (await place.get('a'))?.text()).toBe('one');
  vi.unstubAllGlobals();
});
