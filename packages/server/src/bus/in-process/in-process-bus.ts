import type { Bus, ChangeNotice } from '../bus.js';

/**
 * The bus of a single node (SRV-1). Listeners are called after `publish` has returned; one that
 * throws is a bug, and surfaces as an uncaught error without harm to the publisher.
 */
export function createInProcessBus(): Bus {
  const subscriptions = new Set<{ readonly tell: (notice: ChangeNotice) => void }>();
  return {
    publish(notice) {
      for (const subscription of subscriptions) {
        queueMicrotask(() => {
          if (subscriptions.has(subscription)) subscription.tell(notice);
        });
      }
    },
    subscribe(listener) {
      const subscription = { tell: listener };
      subscriptions.add(subscription);
      return () => {
        subscriptions.delete(subscription);
      };
    },
    isConnected: true,
    nodes: 1,
    async close() {
      subscriptions.clear();
    },
  };
}
