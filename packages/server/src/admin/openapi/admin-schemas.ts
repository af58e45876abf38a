import { errorBodySchema } from '@hallboard/shared';
import { schoolContentSchema } from '../../content/schema/content-schema.js';
import { componentSchemas } from '../../http/component-schemas.js';
import { auditEntrySchema } from '../audit/present-entry.js';
import { adminKeySchema } from '../keys/present-key.js';
import { adminSchoolSchema, adminScreenSchema } from '../present.js';

/** The schemas of this API. */
export const ADMIN_SCHEMAS = componentSchemas({
  School: adminSchoolSchema,
  Screen: adminScreenSchema,
  Content: schoolContentSchema,
  Key: adminKeySchema,
  AuditEntry: auditEntrySchema,
  Error: errorBodySchema,
});
