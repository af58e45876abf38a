import type { AdminKeyRecord, AdminRole } from '../../store/records.js';

const EVERYBODY = ['owner', 'it', 'office'] as const;
const TECHNICAL = ['owner', 'it'] as const;
const OWNERS = ['owner'] as const;

/** Which roles may do what (SEC-4). */
const PERMISSIONS = {
  /** To see schools and screens, without secrets. */
  'schools:read': EVERYBODY,
  'schools:add': OWNERS,
  'screens:manage': TECHNICAL,
  'content:read': EVERYBODY,
  /** Of a school's content, what its office changes from day to day. */
  'office-parts:publish': EVERYBODY,
  /** All of a school's content. */
  'content:publish': TECHNICAL,
  'flags:read': TECHNICAL,
  'flags:change': TECHNICAL,
  /** To write the store's backups to the server's disk. */
  'backups:write': OWNERS,
  'keys:manage': OWNERS,
  'audit:read': TECHNICAL,
  /** The description of this API. */
  'api:read': EVERYBODY,
} as const satisfies Readonly<Record<string, readonly AdminRole[]>>;

export type Permission = keyof typeof PERMISSIONS;

export function rolesWith(permission: Permission): readonly AdminRole[] {
  return PERMISSIONS[permission];
}

export function isPermitted({ role }: AdminKeyRecord, permission: Permission): boolean {
  return rolesWith(permission).includes(role);
}

/** Whether a key is for this school. Another's does not exist for it (P-8). */
export function coversSchool({ schools }: AdminKeyRecord, schoolId: string): boolean {
  return schools === undefined || schools.includes(schoolId);
}

/** Whether everything that the second key may touch is also the first one's to touch. */
export function coversKey(key: AdminKeyRecord, other: AdminKeyRecord): boolean {
  if (key.schools === undefined) return true;
  return other.schools?.every((id) => coversSchool(key, id)) ?? false;
}
