import {
  type ConversionConfig,
  type JsonSchema,
  toJsonSchema,
  toJsonSchemaDefs,
} from '@valibot/to-json-schema';
import type * as v from 'valibot';

/** Schemas that validate, as an OpenAPI document has them. */
export interface ComponentSchemas {
  /** One that may refer to those with a name. */
  schemaOf(schema: v.GenericSchema): JsonSchema;
  /** Those with a name, which others refer to. */
  named(): Readonly<Record<string, JsonSchema>>;
}

/**
 * What may be sent, or is answered. Rules that no JSON Schema can say are the server's alone.
 * @param named what has a name of its own among the components; wherever it is part of, it is
 *   referred to.
 */
export function componentSchemas(
  named: Readonly<Record<string, v.GenericSchema>>,
): ComponentSchemas {
  const conversion: ConversionConfig = {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: named,
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  };
  return {
    schemaOf(schema) {
      const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, conversion);
      return rest;
    },
    named: () => toJsonSchemaDefs(named, conversion),
  };
}
