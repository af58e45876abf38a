import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { contentInput } from '../content.fixture.js';
import { contentJsonSchema } from './content-json-schema.fixture.js';

const FILE = '../../../../../docs/content.schema.json';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(contentJsonSchema());

describe("the JSON Schema of a school's content", () => {
  it('takes what a publish takes', () => {
    validate(contentInput());
    expect(validate.errors).toBeNull();
  });

  it('refuses a field that is misspelt, of another kind, or missing', () => {
    const [division] = contentInput().divisions;
    validate({ ...contentInput(), divisions: [{ ...division, name: 7, weeks: {} }], school: {} });
    expect(
      validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`),
    ).toEqual([
      "/school must have required property 'name'",
      "/school must have required property 'zone'",
      "/school must have required property 'locale'",
      '/divisions/0 must NOT have additional properties',
      '/divisions/0/name must be string',
    ]);
  });

  // After a change: npx vitest run packages/server/src/content/schema --update
  it('is the one that docs/ has', async () => {
    const text = `${JSON.stringify(contentJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(FILE);
  });
});
