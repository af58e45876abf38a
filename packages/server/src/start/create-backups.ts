import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Backups } from '../admin/backup-routes.js';
import type { Clock } from '../ports/clock.js';
import { fileStamp } from '../store/libsql/file-stamp.js';
import type { EmbeddedStore } from '../store/libsql/libsql-store.js';

export interface BackupsOptions {
  readonly store: Pick<EmbeddedStore, 'backUp'>;
  readonly dataDir: string;
  /** Names the files. */
  readonly clock: Clock;
}

/** Backups of an embedded store, beside it in `backups`: from there they are to be copied away. */
export function createBackups({ store, dataDir, clock }: BackupsOptions): Backups {
  return {
    async write() {
      const directory = resolve(dataDir, 'backups');
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const path = join(directory, `hallboard.${fileStamp(clock)}.db`);
      await store.backUp(path);
      return { path, bytes: (await stat(path)).size };
    },
  };
}
