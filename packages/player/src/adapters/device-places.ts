import type { Clock } from '../ports/clock.js';
import type { BlobPlace } from './blob-place.js';
import { createCachePlace } from './cache-place.js';
import { createCookiePlace } from './cookie-place.js';
import { createDatabasePlace } from './database-place.js';
import type { AtomicKeyValue, KeyValue, Place } from './key-value.js';
import { createLocalPlace } from './local-place.js';

/** Where this device can keep things. */
export interface DevicePlaces {
  readonly database: AtomicKeyValue;
  readonly cache: KeyValue;
  readonly local: AtomicKeyValue;
  /** For the device's id, best first (STORE-6). */
  readonly forIdentity: readonly Place[];
  /** For files (STORE-4), where players on a page share them. @default each player's own */
  readonly forMedia?: readonly BlobPlace[];
}

/** Every call counts as a boot of the database (STORE-9). */
export function createDevicePlaces(clock: Clock): DevicePlaces {
  const local = createLocalPlace();
  const database = createDatabasePlace({ clock, register: local });
  // Without IndexedDB at all, no id can be hidden in it.
  const hasDatabase = typeof indexedDB !== 'undefined';
  return {
    database,
    cache: createCachePlace(),
    local,
    forIdentity: [...(hasDatabase ? [database] : []), local, createCookiePlace()],
  };
}
