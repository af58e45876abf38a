import type { Router } from 'express';
import { ApiError } from '../http/api-error.js';
import { allowOnly } from '../http/express-errors.js';

/** Where the node's own store can be written to. */
export interface Backups {
  /**
   * Writes a backup while the server runs.
   * @returns the new file on the server's disk, and its size.
   */
  write(): Promise<{ readonly path: string; readonly bytes: number }>;
}

/** `POST /backups`, of the embedded store. */
export function addBackupRoutes(router: Router, backups: Backups | undefined): void {
  router
    .route('/backups')
    .post(async (_request, response) => {
      if (backups === undefined) {
        throw new ApiError('conflict', 'The store is a Redis: back that up, with its own tools');
      }
      response.status(201).json({ backup: await backups.write() });
    })
    .all(allowOnly('POST'));
}
