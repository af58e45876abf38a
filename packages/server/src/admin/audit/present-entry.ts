import * as v from 'valibot';
import { ADMIN_ROLES, type AuditRecord } from '../../store/records.js';
import { isoTime, timeSchema } from '../iso-time.js';

/** A change as administrators see it. */
export const auditEntrySchema = v.object({
  at: timeSchema,
  /** As it was then. */
  key: v.object({ id: v.string(), name: v.string(), role: v.picklist(ADMIN_ROLES) }),
  /** Such as `screen.revoke`. */
  action: v.string(),
  /** Absent: it is no single school's. */
  school: v.exactOptional(v.string()),
  target: v.exactOptional(v.string()),
  summary: v.exactOptional(v.string()),
  /** Under which the server's log speaks of it. */
  requestId: v.string(),
  /** `unknown`: it is under way, or the server or the client was gone before the answer. */
  outcome: v.picklist(['done', 'unknown']),
});
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;

export function presentEntry(entry: AuditRecord): AuditEntry {
  const { atMs, keyId, keyName, role, action, schoolId, target, summary } = entry;
  return {
    at: isoTime(atMs),
    key: { id: keyId, name: keyName, role },
    action,
    ...(schoolId !== undefined && { school: schoolId }),
    ...(target !== undefined && { target }),
    ...(summary !== undefined && { summary }),
    requestId: entry.requestId,
    outcome: entry.outcome,
  };
}
