import type { AdminRole, AuditRecord } from '../../store/records.js';

/** A change as administrators see it. */
export interface AuditEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly key: { readonly id: string; readonly name: string; readonly role: AdminRole };
  /** Such as `screen.revoke`. */
  readonly action: string;
  /** Absent: it is no single school's. */
  readonly school?: string;
  readonly target?: string;
  readonly summary?: string;
  /** Under which the server's log speaks of it. */
  readonly requestId: string;
  /** `unknown`: it is under way, or the server or the client was gone before the answer. */
  readonly outcome: 'done' | 'unknown';
}

export function presentEntry(entry: AuditRecord): AuditEntry {
  const { atMs, keyId, keyName, role, action, schoolId, target, summary } = entry;
  return {
    at: new Date(atMs).toISOString(),
    key: { id: keyId, name: keyName, role },
    action,
    ...(schoolId !== undefined && { school: schoolId }),
    ...(target !== undefined && { target }),
    ...(summary !== undefined && { summary }),
    requestId: entry.requestId,
    outcome: entry.outcome,
  };
}
