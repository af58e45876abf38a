import { describe } from 'vitest';
import { mediaStoreContract } from '../ports/media-store.contract.js';
import { InMemoryMediaStore } from './in-memory-media-store.js';
import { ManualClock } from './manual-clock.js';

describe('InMemoryMediaStore', () => {
  mediaStoreContract((options) => {
    const clock = new ManualClock();
    const store = new InMemoryMediaStore({ clock, ...options });
    return {
      store,
      restart: () => store.restart(),
      corrupt: async (hash) => store.corrupt(hash),
      kept: async () => [...store.files.keys()],
      settle: async () => clock.advance(10),
    };
  });
});
