import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../logging/logger.js';
import type { EpochMemory } from '../store/redis/redis-store.js';

/** Whoever wants a new store in an emptied Redis removes it. */
const EPOCH_FILE = 'redis.epoch';

/** Remembers in the data directory which store the node has used (SRV-4). */
export function createEpochFile(dataDir: string, logger: Logger): EpochMemory {
  const path = join(dataDir, EPOCH_FILE);
  return {
    async read() {
      try {
        return (await readFile(path, 'utf8')).trim();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async write(epoch) {
      try {
        await mkdir(dataDir, { recursive: true, mode: 0o700 });
        await writeFile(path, `${epoch}\n`, { mode: 0o600 });
      } catch (error) {
        // A node without a disk serves as well; it only cannot tell an emptied Redis from a new one.
        logger.warn("The store's epoch cannot be remembered", { reason: String(error) });
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT';
}
