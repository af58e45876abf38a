import type { AtomicKeyValue } from './key-value.js';

const PREFIX = 'hallboard/';

/**
 * `localStorage`: small and synchronous, but there where nothing else is.
 * @param open reading the property alone may throw. @default the page's
 */
export function createLocalPlace(open: () => Storage = () => localStorage): AtomicKeyValue {
  return {
    name: 'local-storage',
    async get(key) {
      return open().getItem(PREFIX + key) ?? undefined;
    },
    async set(key, text) {
      open().setItem(PREFIX + key, text);
    },
    async change(key, change) {
      const storage = open();
      storage.setItem(PREFIX + key, change(storage.getItem(PREFIX + key) ?? undefined));
    },
    async remove(key) {
      open().removeItem(PREFIX + key);
    },
    async keys() {
      const storage = open();
      const keys: string[] = [];
      for (let index = 0; index < storage.length; index += 1) {
        const name = storage.key(index);
        if (name?.startsWith(PREFIX)) keys.push(name.slice(PREFIX.length));
      }
      return keys;
    },
  };
}
