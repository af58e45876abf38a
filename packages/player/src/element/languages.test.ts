import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGES } from './languages.js';

it('has every language that there is', () => {
  const files = readdirSync(join(import.meta.dirname, '../../locales'));
  expect(Object.keys(LANGUAGES)).toEqual(files.map((name) => name.replace('.json', '')).sort());
});
