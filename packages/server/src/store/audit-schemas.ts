import * as v from 'valibot';
import { ADMIN_ROLES } from './records.js';

/** The JSON text in which both stores keep an `AuditNote`. */
export const auditNoteText = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    atMs: v.number(),
    requestId: v.string(),
    keyId: v.string(),
    keyName: v.string(),
    role: v.picklist(ADMIN_ROLES),
    action: v.string(),
    schoolId: v.exactOptional(v.string()),
    target: v.exactOptional(v.string()),
  }),
);

/** The JSON text in which both stores keep an `AuditResult`. */
export const auditResultText = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ target: v.exactOptional(v.string()), summary: v.exactOptional(v.string()) }),
);
