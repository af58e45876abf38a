import type { Bus, ChangeNotice } from '../bus.js';

/**
 * The bus of a single node (SRV-1). Listeners are called after `publish` has returned, so that a
 * listener that throws cannot harm the publisher.
 */
export function createInProcessBus(): Bus {
  const listeners = new Set<(notice: ChangeNotice) => void>();
  return {
    publish(notice) {
      for (const listener of listeners) {
        queueMicrotask(() => {
          if (listeners.has(listener)) listener(notice);
        });
      }
    },
    subscribe(listener) {
      const own = (notice: ChangeNotice): void => listener(notice);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    async close() {
      listeners.clear();
    },
  };
}
