import { errorBodySchema } from '@hallboard/shared';
import {
  type ConversionConfig,
  type JsonSchema,
  toJsonSchema,
  toJsonSchemaDefs,
} from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { schoolContentSchema } from '../../content/schema/content-schema.js';
import { auditEntrySchema } from '../audit/present-entry.js';
import { adminKeySchema } from '../keys/present-key.js';
import { adminSchoolSchema, adminScreenSchema } from '../present.js';

/** What has a name of its own among the components; wherever it is part of, it is referred to. */
const NAMED = {
  School: adminSchoolSchema,
  Screen: adminScreenSchema,
  Content: schoolContentSchema,
  Key: adminKeySchema,
  AuditEntry: auditEntrySchema,
  Error: errorBodySchema,
};

/** What may be sent, or is answered. Rules that no JSON Schema can say are the server's alone. */
const CONVERSION: ConversionConfig = {
  target: 'draft-2020-12',
  typeMode: 'input',
  errorMode: 'ignore',
  definitions: NAMED,
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
};

/** The JSON Schema of a schema that validates. */
export function schemaOf(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, CONVERSION);
  return rest;
}

/** The schemas that others refer to. */
export function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  return toJsonSchemaDefs(NAMED, CONVERSION);
}
