import type { RequestHandler } from 'express';
import { ApiError } from '../http/api-error.js';
import { clientAddress } from '../http/client-address.js';
import { KeyedBuckets } from '../http/keyed-buckets.js';
import { readBearer } from '../http/read-bearer.js';
import { hashSecret, sameHash } from '../screens/token.js';
import type { AdminOptions } from './admin-options.js';
import { rememberAdministrator } from './administrator.js';

/** Wrong keys that one client address may try: 20, then 20 a minute. */
const WRONG_KEYS = { perSecond: 20 / 60, burst: 20 };
const MAX_ADDRESSES = 10_000;

/**
 * @returns lets administrators pass (SEC-1). A valid key is never punished for wrong ones that come
 * from the same address.
 */
export function requireAdminKey({ store, clock, trustProxy }: AdminOptions): RequestHandler {
  const wrongKeys = new KeyedBuckets(WRONG_KEYS, MAX_ADDRESSES);
  return async (request, response, next) => {
    const key = readBearer(request.headers.authorization);
    if (key === undefined) {
      throw new ApiError(
        'token_required',
        'Send an administrator key as Authorization: Bearer <key>',
      );
    }
    const keyHash = hashSecret(key);
    const [matching] = (await store.adminKeys()).filter((known) =>
      sameHash(known.keyHash, keyHash),
    );
    if (matching === undefined) {
      const waitMs = wrongKeys.take(clientAddress(request, trustProxy), clock.monotonicMs());
      throw waitMs === 0
        ? new ApiError('forbidden', 'This is no administrator key of this server')
        : new ApiError('rate_limited', 'Too many wrong keys', { retryAfterMs: waitMs });
    }
    rememberAdministrator(response, matching);
    next();
  };
}
