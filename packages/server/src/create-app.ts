import { PATHS } from '@hallboard/shared';
import express, { type Express } from 'express';
import type { AdminOptions } from './admin/admin-options.js';
import { createAdminRouter } from './admin/admin-router.js';
import { createMetricsRouter, type MetricsPage } from './admin/metrics-router.js';
import { ApiError } from './http/api-error.js';
import { createEmbedRouter } from './http/embed-files.js';
import { createErrorHandler, notFound } from './http/express-errors.js';
import { createHealthRouter } from './http/health-router.js';
import { lostPage } from './http/lost-page.js';
import type { OriginPolicy } from './http/origin-policy.js';
import { createPairPageRouter } from './http/pair-page.js';
import { createRequestIdHandler } from './http/request-log.js';
import { type SecurityHeadersOptions, securityHeaders } from './http/security-headers.js';
import { createSelfTestRouter } from './http/self-test.js';
import { createShellRouter } from './http/shell-files.js';

export interface AppOptions extends AdminOptions {
  readonly headers: SecurityHeadersOptions;
  readonly origins: OriginPolicy;
  readonly nextRequestId: () => string;
  readonly isReady: () => boolean;
  readonly metrics: MetricsPage;
  /** `METRICS_KEY`; `undefined` switches `/metrics` off. */
  readonly metricsKey: string | undefined;
  /** Where the player's build left its page. */
  readonly shellDir: string;
  /** Where it left what pages of others embed. */
  readonly embedDir: string;
  /** Whether browsers are told to remove the page's worker (UPD-3). */
  readonly isShellWorkerRemoved: boolean;
}

/** Everything that Express answers: health, the administrators' API and the player's files. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(createRequestIdHandler(options.nextRequestId));
  app.use(securityHeaders(options.headers));
  app.use(createHealthRouter(options.isReady));
  app.use(createMetricsRouter(options.metrics, options.metricsKey));
  app.use('/api/admin', createAdminRouter(options));
  app.get(PATHS.socket, () => {
    throw new ApiError('invalid_request', 'This address takes WebSocket upgrades only');
  });
  app.use(createPairPageRouter());
  app.use(createEmbedRouter(options.embedDir));
  app.use(createSelfTestRouter(options));
  app.use(createShellRouter(options));
  app.use(lostPage);
  app.use(notFound);
  app.use(createErrorHandler(options.logger));
  return app;
}
