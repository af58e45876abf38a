import express, { type Router } from 'express';
import { createRequestLog } from '../http/request-log.js';
import type { AdminOptions } from './admin-options.js';
import { addAlertRoutes } from './alert-routes.js';
import { addAnnouncementRoutes } from './announcement-routes.js';
import { addBackupRoutes } from './backup-routes.js';
import { addBindingRoutes } from './binding-routes.js';
import { addContentRoutes } from './content-routes.js';
import { addFlagRoutes } from './flag-routes.js';
import { addMediaRoutes } from './media-routes.js';
import { requireAdminKey } from './require-admin-key.js';
import { addRolloutRoutes } from './rollout-routes.js';
import { addSchoolRoutes } from './school-routes.js';
import { addStatusRoutes } from './status-routes.js';

/** A school's whole content with room to spare: a snapshot of it may have 1 MiB (SNAP-5). */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The administrators' API, to be mounted at `/api/admin`. */
export function createAdminRouter(options: AdminOptions): Router {
  const router = express.Router();
  router.use(createRequestLog(options.logger, options.clock));
  router.use(requireAdminKey(options));
  // Before anything reads the body: a file is no JSON, and is kept while it arrives.
  addMediaRoutes(router, options);
  // Whatever the content type says: all that this API takes besides is JSON.
  router.use(express.json({ limit: MAX_BODY_BYTES, type: () => true }));
  addSchoolRoutes(router, options);
  addBindingRoutes(router, options);
  addContentRoutes(router, options);
  addFlagRoutes(router, options);
  addBackupRoutes(router, options.backups);
  addAlertRoutes(router, options);
  addStatusRoutes(router, options);
  addAnnouncementRoutes(router, options);
  addRolloutRoutes(router, options);
  return router;
}
