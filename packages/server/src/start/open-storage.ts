import { join } from 'node:path';
import type { Backups } from '../admin/backup-routes.js';
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
import { createBackups } from './create-backups.js';
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

export interface Storage {
  readonly store: Store;
  readonly bus: Bus;
  /** `undefined` on Redis, which has backups of its own. */
  readonly backups: Backups | undefined;
}

/**
 * Opens the store and the bus of one node, or those that many share (SRV-1).
 * @throws what `openLibsqlStore` and `openRedisStore` throw.
 */
export async function openStorage(
  settings: StorageSettings,
  tools: StorageTools,
): Promise<Storage> {
  const { redisUrl: url, redisAllowLoss: allowLoss, redisDeadlineMs: deadlineMs } = settings;
  if (url === undefined) {
    const path = join(settings.dataDir, 'hallboard.db');
    const store = await openLibsqlStore({ path, ...tools });
    const backups = createBackups({ store, dataDir: settings.dataDir, clock: tools.clock });
    return { store, bus: createInProcessBus(), backups };
  }
  const memory = createEpochFile(settings.dataDir, tools.logger);
  const store = await openRedisStore({ url, allowLoss, deadlineMs, memory, ...tools });
  return { store, bus: createRedisBus({ url, deadlineMs, ...tools }), backups: undefined };
}
