import { toJsonSchema } from '@valibot/to-json-schema';
import { schoolContentSchema } from './content-schema.js';

/**
 * The JSON Schema of a school's content, from the very schema that validates a publish. What no JSON
 * Schema can say, such as that a lesson's class is there, only a publish checks.
 */
export function contentJsonSchema(): object {
  const { $schema, ...rest } = toJsonSchema(schoolContentSchema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
  });
  return { $schema, title: 'The content of a Hallboard school', ...rest };
}
