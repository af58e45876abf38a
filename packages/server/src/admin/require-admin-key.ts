import type { RequestHandler } from 'express';
import { ApiError } from '../http/api-error.js';
import { clientAddress } from '../http/client-address.js';
import { KeyedBuckets } from '../http/keyed-buckets.js';
import { readBearer } from '../http/read-bearer.js';
import { hashSecret, sameHash } from '../screens/token.js';
import type { AdminKeyRecord } from '../store/records.js';
import { setCaller } from './access/caller.js';
import type { AdminOptions } from './admin-options.js';

/** Wrong keys that one client address may try: 20, then 20 a minute. */
const WRONG_KEYS = { perSecond: 20 / 60, burst: 20 };
const MAX_ADDRESSES = 10_000;
/** A key's last use is known to the hour: so a busy key costs one write in it. */
const USE_PRECISION_MS = 3_600_000;

/**
 * @returns lets administrators pass (SEC-1). A valid key is never punished for wrong ones that come
 * from the same address. One that was revoked is as one that never was.
 */
export function requireAdminKey(options: AdminOptions): RequestHandler {
  const { store, clock, logger, trustProxy } = options;
  const wrongKeys = new KeyedBuckets(WRONG_KEYS, MAX_ADDRESSES);

  function noteUse({ id, usedAtMs = 0 }: AdminKeyRecord, nowMs: number): void {
    const hourMs = nowMs - (nowMs % USE_PRECISION_MS);
    if (usedAtMs >= hourMs) return;
    store.noteAdminKeyUse(id, hourMs).catch((error: unknown) => {
      logger.warn("A key's use could not be noted", { keyId: id, reason: String(error) });
    });
  }

  return async (request, response, next) => {
    const secret = readBearer(request.headers.authorization);
    if (secret === undefined) {
      throw new ApiError(
        'token_required',
        'Send an administrator key as Authorization: Bearer <key>',
      );
    }
    const keyHash = hashSecret(secret);
    const key = await store.adminKeyByHash(keyHash);
    if (key === undefined || !sameHash(key.keyHash, keyHash) || key.revokedAtMs !== undefined) {
      const waitMs = wrongKeys.take(clientAddress(request, trustProxy), clock.monotonicMs());
      throw waitMs === 0
        ? new ApiError('forbidden', 'This is no administrator key of this server')
        : new ApiError('rate_limited', 'Too many wrong keys', { retryAfterMs: waitMs });
    }
    const nowMs = clock.wallMs();
    if (key.expiresAtMs !== undefined && nowMs >= key.expiresAtMs) {
      throw new ApiError('forbidden', 'This administrator key has expired');
    }
    noteUse(key, nowMs);
    setCaller(response, key);
    next();
  };
}
