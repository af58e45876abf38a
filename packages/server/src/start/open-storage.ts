import { join } from 'node:path';
import type { Bus } from '../bus/bus.js';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { createRedisBus } from '../bus/redis/redis-bus.js';
import type { Config } from '../config.js';
import type { Logger } from '../logging/logger.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import { openRedisStore } from '../store/redis/redis-store.js';
import type { Store } from '../store/store.js';
import { createEpochFile } from './epoch-file.js';

export interface StorageTools {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

/** What `openStorage` reads of the settings. */
export type StorageSettings = Pick<
  Config,
  'dataDir' | 'redisUrl' | 'redisAllowLoss' | 'redisDeadlineMs'
>;

/**
 * Opens the store and the bus of one node, or those that many share (SRV-1).
 * @throws what `openLibsqlStore` and `openRedisStore` throw.
 */
export async function openStorage(
  settings: StorageSettings,
  tools: StorageTools,
): Promise<{ readonly store: Store; readonly bus: Bus }> {
  const { redisUrl: url, redisAllowLoss: allowLoss, redisDeadlineMs: deadlineMs } = settings;
  if (url === undefined) {
    const path = join(settings.dataDir, 'hallboard.db');
    return { store: await openLibsqlStore({ path, ...tools }), bus: createInProcessBus() };
  }
  const memory = createEpochFile(settings.dataDir, tools.logger);
  const store = await openRedisStore({ url, allowLoss, deadlineMs, memory, ...tools });
  return { store, bus: createRedisBus({ url, deadlineMs, ...tools }) };
}
