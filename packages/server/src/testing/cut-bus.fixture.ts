import { createClient } from 'redis';
import { createSystemClock } from '../adapters/system-clock.js';
import { createSystemRandom } from '../adapters/system-random.js';
import { silentLogger } from '../logging/logger.js';
import { openRedisStore } from '../store/redis/redis-store.js';
import type { Store } from '../store/store.js';

/**
 * Cuts the bus of all nodes on a Redis meanwhile.
 *
 * @param use gets the store that they share, to change it without a word to anybody.
 */
export async function withBusCut(
  redisUrl: string,
  use: (store: Store) => Promise<void>,
): Promise<void> {
  const client = createClient({ url: redisUrl });
  await client.connect();
  await client.sendCommand(['ACL', 'SETUSER', 'default', 'resetchannels']);
  const store = await openRedisStore({
    url: redisUrl,
    allowLoss: false,
    memory: { read: async () => undefined, write: async () => undefined },
    deadlineMs: 5000,
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger: silentLogger,
  });
  try {
    await use(store);
  } finally {
    await store.close();
    await client.sendCommand(['ACL', 'SETUSER', 'default', 'allchannels']);
    client.destroy();
  }
}
