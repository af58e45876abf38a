import express, { type Router } from 'express';
import { createRequestLog } from '../http/request-log.js';
import { guardRoutes } from './access/guard-routes.js';
import { ADMIN_ROUTES } from './access/route-table.js';
import type { AdminOptions } from './admin-options.js';
import { addAlertRoutes } from './alert-routes.js';
import { addAnnouncementRoutes } from './announcement-routes.js';
import { addAuditRoutes } from './audit/audit-routes.js';
import { createAuditTrail } from './audit/audit-trail.js';
import { addBackupRoutes } from './backup-routes.js';
import { addBindingRoutes } from './binding-routes.js';
import { addContentRoutes } from './content-routes.js';
import { addCoverRoutes } from './cover-routes.js';
import { addDayPlanRoutes } from './day-plan-routes.js';
import { addEmbeddingRoutes } from './embedding-routes.js';
import { addFlagRoutes } from './flag-routes.js';
import { addHistoryRoutes } from './history-routes.js';
import { addKeyRoutes } from './keys/key-routes.js';
import { addMediaRoutes } from './media-routes.js';
import { addOpenApiRoutes } from './openapi/openapi-routes.js';
import { requireAdminKey } from './require-admin-key.js';
import { addRolloutRoutes } from './rollout-routes.js';
import { addSchoolRoutes } from './school-routes.js';
import { addScreenListRoutes } from './screen-list-routes.js';
import { addStatusRoutes } from './status-routes.js';

/** A school's whole content with room to spare: a snapshot of it may have 1 MiB (SNAP-5). */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * The administrators' API, to be mounted at `/api/admin`.
 * @throws Error if its routes and `ADMIN_ROUTES` differ.
 */
export function createAdminRouter(options: AdminOptions): Router {
  const router = express.Router();
  router.use(createRequestLog(options.logger, options.clock));
  router.use(requireAdminKey(options));
  const audit = createAuditTrail({ ...options, maxEntries: options.auditMaxEntries });
  const routes = guardRoutes(router, ADMIN_ROUTES, audit);
  // Before anything reads the body: a file is no JSON, and is kept while it arrives.
  addMediaRoutes(routes, options);
  // Whatever the content type says: all that this API takes besides is JSON.
  router.use(express.json({ limit: MAX_BODY_BYTES, type: () => true }));
  addSchoolRoutes(routes, options);
  addScreenListRoutes(routes, options);
  addBindingRoutes(routes, options);
  addEmbeddingRoutes(routes, options);
  addContentRoutes(routes, options);
  addCoverRoutes(routes, options);
  addDayPlanRoutes(routes, options);
  addHistoryRoutes(routes, options);
  addFlagRoutes(routes, options);
  addRolloutRoutes(routes, options);
  addAlertRoutes(routes, options);
  addAnnouncementRoutes(routes, options);
  addStatusRoutes(routes, options);
  addBackupRoutes(routes, options.backups);
  addKeyRoutes(routes, options);
  addAuditRoutes(routes, options);
  addOpenApiRoutes(routes);
  routes.assertComplete();
  return router;
}
