import { basename } from 'node:path';
import { ApiError } from '../http/api-error.js';
import type { AdminRoutes } from './access/guard-routes.js';
import { describeChange } from './audit/audit-trail.js';

/** Where the node's own store can be written to. */
export interface Backups {
  /**
   * Writes a backup while the server runs.
   * @returns the new file on the server's disk, and its size.
   */
  write(): Promise<{ readonly path: string; readonly bytes: number }>;
}

/** `POST /backups`, of the embedded store. */
export function addBackupRoutes(routes: AdminRoutes, backups: Backups | undefined): void {
  routes.route('/backups').post(async (_request, response) => {
    if (backups === undefined) {
      throw new ApiError('conflict', 'The store is a Redis: back that up, with its own tools');
    }
    const backup = await backups.write();
    describeChange(response, { target: basename(backup.path), summary: `${backup.bytes} bytes` });
    response.status(201).json({ backup });
  });
}
