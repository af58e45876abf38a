import { join } from 'node:path';
import type { Bus } from '../bus/bus.js';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { createRedisBus } from '../bus/redis/redis-bus.js';
import type { Config } from '../config.js';
import type { Logger } from '../logging/logger.js';
import { openMediaDirectory } from '../media/directory/media-directory.js';
import type { MediaFiles } from '../media/media-files.js';
import { openRedisMedia } from '../media/redis/redis-media.js';
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

/** What a server keeps and hears. Whoever opened it closes each. */
export interface Storage {
  readonly store: Store;
  readonly bus: Bus;
  readonly media: MediaFiles;
}

/**
 * Opens the store, the bus and the media of one node, or those that many share (SRV-1).
 * @throws what `openLibsqlStore`, `openMediaDirectory` and `openRedisStore` throw.
 */
export async function openStorage(
  settings: StorageSettings,
  tools: StorageTools,
): Promise<Storage> {
  const { redisUrl: url, redisAllowLoss: allowLoss, redisDeadlineMs: deadlineMs } = settings;
  if (url === undefined) {
    const path = join(settings.dataDir, 'hallboard.db');
    // First: who has the store has the directory to itself.
    const store = await openLibsqlStore({ path, ...tools });
    const directory = join(settings.dataDir, 'media');
    const media = await openMediaDirectory({ directory, ...tools });
    return { store, bus: createInProcessBus(), media };
  }
  const memory = createEpochFile(settings.dataDir, tools.logger);
  const store = await openRedisStore({ url, allowLoss, deadlineMs, memory, ...tools });
  const shared = { url, deadlineMs, ...tools };
  return { store, bus: createRedisBus(shared), media: openRedisMedia(shared) };
}
