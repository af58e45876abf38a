import express, { type Router } from 'express';
import { ApiError } from './api-error.js';

/**
 * SRV-9: `/healthz` says that the process runs, `/readyz` whether it should get traffic.
 *
 * @param isReady whether the index is loaded and the server is not draining.
 */
export function createHealthRouter(isReady: () => boolean): Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.setHeader('cache-control', 'no-store');
    response.json({ status: 'ok' });
  });
  router.get('/readyz', (_request, response) => {
    if (!isReady()) {
      throw new ApiError('unavailable', 'Not ready for traffic', { retryAfterMs: 1000 });
    }
    response.setHeader('cache-control', 'no-store');
    response.json({ status: 'ready' });
  });
  return router;
}
