import * as v from 'valibot';
import { ADMIN_ROLES, type AdminKeyRecord } from '../../store/records.js';
import { isoTime, timeSchema } from '../iso-time.js';

/** A key as administrators see it: without anything that opens, or helps to guess. */
export const adminKeySchema = v.object({
  id: v.string(),
  name: v.string(),
  role: v.picklist(ADMIN_ROLES),
  /** Absent: all schools, and the installation itself. */
  schools: v.exactOptional(v.array(v.string())),
  state: v.picklist(['active', 'expired', 'revoked']),
  createdAt: timeSchema,
  expiresAt: v.exactOptional(timeSchema),
  revokedAt: v.exactOptional(timeSchema),
  /** To the hour. Absent: it was never used. */
  lastUsedAt: v.exactOptional(timeSchema),
});
export type AdminKey = v.InferOutput<typeof adminKeySchema>;

export function presentKey(key: AdminKeyRecord, nowMs: number): AdminKey {
  const { id, name, role, schools, createdAtMs, expiresAtMs, revokedAtMs, usedAtMs } = key;
  return {
    id,
    name,
    role,
    ...(schools && { schools: [...schools] }),
    state: stateOf(key, nowMs),
    createdAt: isoTime(createdAtMs),
    ...(expiresAtMs !== undefined && { expiresAt: isoTime(expiresAtMs) }),
    ...(revokedAtMs !== undefined && { revokedAt: isoTime(revokedAtMs) }),
    ...(usedAtMs !== undefined && { lastUsedAt: isoTime(usedAtMs) }),
  };
}

function stateOf({ expiresAtMs, revokedAtMs }: AdminKeyRecord, nowMs: number): AdminKey['state'] {
  if (revokedAtMs !== undefined) return 'revoked';
  return expiresAtMs !== undefined && nowMs >= expiresAtMs ? 'expired' : 'active';
}
