import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCachePlace } from './cache-place.js';
import { createDatabasePlace } from './database-place.js';
import type { KeyValue } from './key-value.js';
import { createLocalPlace } from './local-place.js';
import { faultyPlace, handClock, memoryCaches, memoryStorage } from './storage.fixture.js';

/** Opened twice, since what counts is what a restart finds. */
const implementations: readonly [name: string, create: () => () => KeyValue][] = [
  [
    'localStorage',
    () => {
      const storage = memoryStorage();
      return () => createLocalPlace(() => storage);
    },
  ],
  [
    'Cache Storage',
    () => {
      const caches = memoryCaches();
      return () => createCachePlace({ open: () => caches, origin: 'https://board.test' });
    },
  ],
  [
    'IndexedDB',
    () => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      const register = faultyPlace('register');
      return () => createDatabasePlace({ clock: handClock(), register });
    },
  ],
  [
    'the fixture',
    () => {
      const place = faultyPlace('fixture');
      return () => place;
    },
  ],
];

describe.each(implementations)('KeyValue in %s', (_, create) => {
  let open: () => KeyValue;
  beforeEach(() => {
    open = create();
  });

  it('keeps texts under their keys over a restart', async () => {
    await open().set('snapshot/1/a', 'one');
    await open().set('snapshot/1/b', 'Ünïcode "and" \n lines');
    await open().set('snapshot/1/a', 'two');
    const again = open();
    expect(await again.get('snapshot/1/a')).toBe('two');
    expect(await again.get('snapshot/1/b')).toBe('Ünïcode "and" \n lines');
    expect([...(await again.keys())].sort()).toEqual(['snapshot/1/a', 'snapshot/1/b']);
  });

  it('tells an absent key from an empty text', async () => {
    expect(await open().get('nothing')).toBeUndefined();
    await open().set('empty', '');
    expect(await open().get('empty')).toBe('');
  });

  it('forgets what is removed, and minds no second time', async () => {
    await open().set('key', 'text');
    await open().remove('key');
    await open().remove('key');
    expect(await open().get('key')).toBeUndefined();
    expect(await open().keys()).toEqual([]);
  });
});

describe('KeyValue where the platform has no such thing', () => {
  it.each([
    ['localStorage', () => createLocalPlace()],
    ['Cache Storage', () => createCachePlace({ origin: 'http://board.test' })],
    [
      'IndexedDB',
      () => createDatabasePlace({ clock: handClock(), register: faultyPlace('register') }),
    ],
  ])('[STORE-3] rejects, and never throws, without %s', async (_, create) => {
    vi.stubGlobal('indexedDB', undefined);
    vi.stubGlobal('localStorage', undefined);
    const place = create();
    await expect(place.get('key')).rejects.toThrow();
    await expect(place.set('key', 'text')).rejects.toThrow();
    await expect(place.remove('key')).rejects.toThrow();
    await expect(place.keys()).rejects.toThrow();
  });
});
