import express, { type Router } from 'express';
import { ApiError } from '../http/api-error.js';
import { readBearer } from '../http/read-bearer.js';
import { hashSecret, sameHash } from '../screens/token.js';

export interface MetricsPage {
  readonly contentType: string;
  render(): Promise<string>;
}

/**
 * `/metrics`, for who has the key; without one it is as if there were no such page (SRV-9).
 *
 * @param key `METRICS_KEY`; `undefined` switches the page off.
 */
export function createMetricsRouter(page: MetricsPage, key: string | undefined): Router {
  const router = express.Router();
  const keyHash = key === undefined ? undefined : hashSecret(key);
  router.get('/metrics', async (request, response) => {
    const given = readBearer(request.headers.authorization);
    if (keyHash === undefined || given === undefined || !sameHash(hashSecret(given), keyHash)) {
      throw new ApiError('not_found', 'There is nothing at this address');
    }
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', page.contentType);
    response.end(await page.render());
  });
  return router;
}
