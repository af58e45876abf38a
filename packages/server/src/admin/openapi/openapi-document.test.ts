import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { ADMIN_ROUTES } from '../access/route-table.js';
import { createOpenApiDocument } from './openapi-document.js';

const FILE = '../../../../../docs/admin-api.openapi.json';

describe("the description of the administrators' API", () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(createOpenApiDocument()));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('has every route of the table, and no other', () => {
    const { paths } = createOpenApiDocument();
    const described = Object.entries(Object(paths)).flatMap(([path, methods]) =>
      Object.keys(Object(methods)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const declared = Object.keys(ADMIN_ROUTES).map((route) => route.replace(/:(\w+)/g, '{$1}'));
    expect(described.sort()).toEqual(declared.sort());
  });

  it('says of each route who may use it', () => {
    const { paths } = createOpenApiDocument();
    const { post } = Object(paths)['/keys'];
    expect(post.description).toBe('Roles: owner. Answers what the key is for.');
    expect(post.requestBody.content['application/json'].schema.required).toEqual(['name', 'role']);
  });

  // After a change: npx vitest run packages/server/src/admin/openapi --update
  it('is the one that docs/ has', async () => {
    const text = `${JSON.stringify(createOpenApiDocument(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(FILE);
  });
});
