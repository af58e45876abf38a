import { join } from 'node:path';
import { openMediaDirectory } from '../media/directory/media-directory.js';
import type { MediaFiles } from '../media/media-files.js';
import { openRedisMedia } from '../media/redis/redis-media.js';
import type { StorageSettings, StorageTools } from './open-storage.js';

/**
 * Opens the media of one node, or those that many share. After the store: who has that has the data
 * directory to itself.
 * @throws what `openMediaDirectory` throws.
 */
export async function openMedia(
  { dataDir, redisUrl: url, redisDeadlineMs: deadlineMs }: StorageSettings,
  tools: StorageTools,
): Promise<MediaFiles> {
  return url === undefined
    ? openMediaDirectory({ directory: join(dataDir, 'media'), ...tools })
    : openRedisMedia({ url, deadlineMs, ...tools });
}
