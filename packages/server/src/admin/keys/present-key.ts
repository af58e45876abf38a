import type { AdminKeyRecord, AdminRole } from '../../store/records.js';

/** A key as administrators see it: without anything that opens, or helps to guess. */
export interface AdminKey {
  readonly id: string;
  readonly name: string;
  readonly role: AdminRole;
  /** Absent: all schools, and the installation itself. */
  readonly schools?: readonly string[];
  readonly state: 'active' | 'expired' | 'revoked';
  /** ISO 8601, as the other times. */
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
  /** To the hour. Absent: it was never used. */
  readonly lastUsedAt?: string;
}

export function presentKey(key: AdminKeyRecord, nowMs: number): AdminKey {
  const { id, name, role, schools, createdAtMs, expiresAtMs, revokedAtMs, usedAtMs } = key;
  return {
    id,
    name,
    role,
    ...(schools && { schools }),
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

function isoTime(atMs: number): string {
  return new Date(atMs).toISOString();
}
