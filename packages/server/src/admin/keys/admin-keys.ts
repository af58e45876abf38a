import { check, type Violation } from '@hallboard/shared';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { createAdminSecret, hashSecret } from '../../screens/token.js';
import type { AdminKeyRecord } from '../../store/records.js';
import type { RevokeKeyOutcome, Store } from '../../store/store.js';
import { coversKey, coversSchool } from '../access/permissions.js';
import { type NewKey, newKeySchema } from './key-input.js';

export interface AdminKeysOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

export type CreateKeyResult =
  /** The secret is told this once; only its hash is kept (SEC-1). */
  | { readonly kind: 'created'; readonly key: AdminKeyRecord; readonly secret: string }
  | { readonly kind: 'invalid'; readonly violations: readonly Violation[] };

/**
 * Administrators' keys, as the owner of a key sees them: those of other schools do not exist for it,
 * and none that it makes reaches further or lasts longer than itself (SEC-4). Every method rejects
 * with `StoreUnavailableError` when the store cannot answer.
 */
export interface AdminKeys {
  /** In order of creation, those included that are revoked or expired. */
  list(by: AdminKeyRecord): Promise<readonly AdminKeyRecord[]>;
  /** @param input as `newKeySchema` has it. */
  create(input: unknown, by: AdminKeyRecord): Promise<CreateKeyResult>;
  revoke(
    keyId: string,
    by: AdminKeyRecord,
  ): Promise<{ readonly kind: RevokeKeyOutcome; readonly key?: AdminKeyRecord }>;
}

export function createAdminKeys({ store, clock, random }: AdminKeysOptions): AdminKeys {
  const list = async (by: AdminKeyRecord) =>
    (await store.adminKeys()).filter((key) => coversKey(by, key));

  /** What speaks against a key, beside its form. */
  async function faults(key: NewKey, by: AdminKeyRecord): Promise<Violation[]> {
    const found: Violation[] = [];
    const known = new Set((await store.schools()).map(({ id }) => id));
    key.schools?.forEach((id, at) => {
      if (known.has(id) && coversSchool(by, id)) return;
      found.push({ path: `schools[${at}]`, message: 'is no school' });
    });
    if (key.schools === undefined && by.schools !== undefined) {
      found.push({ path: 'schools', message: 'is missing: your own key is for some schools only' });
    }
    const expiresAtMs = expiryOf(key);
    if (expiresAtMs !== undefined && expiresAtMs <= clock.wallMs()) {
      found.push({ path: 'expiresAt', message: 'must be in the future' });
    }
    const lastsMs = expiresAtMs ?? Number.POSITIVE_INFINITY;
    if (by.expiresAtMs !== undefined && lastsMs > by.expiresAtMs) {
      found.push({ path: 'expiresAt', message: "must not be after your own key's" });
    }
    return found;
  }

  return {
    list,

    async create(input, by) {
      const checked = check(newKeySchema, input);
      if (!checked.ok) return { kind: 'invalid', violations: checked.violations };
      const { name, role, schools } = checked.value;
      const violations = await faults(checked.value, by);
      if (violations.length > 0) return { kind: 'invalid', violations };
      const secret = createAdminSecret(random);
      const expiresAtMs = expiryOf(checked.value);
      const key: AdminKeyRecord = {
        id: `key-${random.bytes(8).toString('hex')}`,
        name,
        role,
        ...(schools && { schools: [...new Set(schools)].sort() }),
        keyHash: hashSecret(secret),
        createdAtMs: clock.wallMs(),
        ...(expiresAtMs !== undefined && { expiresAtMs }),
      };
      if (!(await store.addAdminKey(key))) throw new Error('64 random bits were drawn twice');
      return { kind: 'created', key, secret };
    },

    async revoke(keyId, by) {
      const key = (await list(by)).find(({ id }) => id === keyId);
      if (key === undefined) return { kind: 'unknown-key' };
      const revokedAtMs = clock.wallMs();
      const kind = await store.revokeAdminKey(keyId, revokedAtMs);
      return kind === 'revoked' ? { kind, key: { ...key, revokedAtMs } } : { kind };
    },
  };
}

function expiryOf({ expiresAt }: NewKey): number | undefined {
  return expiresAt === undefined ? undefined : Date.parse(expiresAt);
}
