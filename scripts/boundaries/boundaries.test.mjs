import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';
import { unknownGlobals } from './compile-planted.mjs';
import { COMPILER_ROWS } from './compiler-rows.mjs';
import { HOUSE_RULES } from './house-rules.mjs';
import { IMPORT_ROWS } from './import-rows.mjs';
import { lintPlanted } from './lint-planted.mjs';

const RESTRICTED = 'lint/style/noRestrictedImports';
const CLEAN = 'packages/player/src/core/clean.ts';
const CYCLE = 'packages/player/src/adapters/cycle-a.ts';

/** The rules that each planted file breaks. @type {Map<string, string[]>} */
let broken = new Map();

/** One run of the linter judges them all. */
beforeAll(async () => {
  const imports = IMPORT_ROWS.flatMap(({ folder, allowed, refused }) =>
    [...allowed, ...refused].map((source) => ({ path: importer(folder, source), source })),
  );
  broken = await lintPlanted(
    new Map([
      ...imports.map(({ path, source }) => file(path, importing(source))),
      ...HOUSE_RULES.map(({ path, code }) => file(path, code)),
      file(CLEAN, "import type { Clock } from '../ports/clock.js';\nexport type Own = Clock;\n"),
      file(CYCLE, "import './cycle-b.js';\nexport const a = 1;\n"),
      file(CYCLE.replace('-a', '-b'), "import './cycle-a.js';\nexport const b = 1;\n"),
    ]),
  );
}, 60_000);

describe('imports', () => {
  it.each(IMPORT_ROWS)('of $folder are those of the table', ({ folder, allowed, refused }) => {
    const found = [...allowed, ...refused].filter((source) =>
      broken.get(importer(folder, source))?.includes(RESTRICTED),
    );
    expect(found).toEqual(refused);
  });

  it('have a row for every folder', () => {
    const folders = ['packages/player/src', 'packages/server/src'].flatMap((source) =>
      readdirSync(join(ROOT, source), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${source}/${name}`),
    );
    expect(folders.filter((name) => !IMPORT_ROWS.some(({ folder }) => folder === name))).toEqual(
      [],
    );
  });

  it('may not form a cycle', () => {
    expect(broken.get(CYCLE)).toContain('lint/suspicious/noImportCycles');
  });
});

describe('house rules', () => {
  it.each(HOUSE_RULES)('$rule is seen in $path', ({ path, rule }) => {
    expect(broken.get(path)).toContain(rule);
  });

  it('have nothing against a clean file', () => {
    expect(broken.get(CLEAN)).toEqual([]);
  });
});

describe('compiler', () => {
  it.each(COMPILER_ROWS)(
    '$project knows what it may and nothing else',
    async (row) => {
      const found = await unknownGlobals(row.project, [...row.known, ...row.unknown]);
      expect(found.sort()).toEqual([...row.unknown].sort());
    },
    30_000,
  );
});

/** @param {string} path @param {string} content @returns {[string, string]} */
function file(path, content) {
  return [path, content];
}

/** The file of `folder` that imports `source`. @param {string} folder @param {string} source */
function importer(folder, source) {
  return `${folder}/imports${source.replace(/\W+/g, '-')}.ts`;
}

/** By type alone where that can be, since a type is a dependency too. @param {string} source */
function importing(source) {
  if (source.endsWith('.css')) return `import '${source}';\n`;
  return `import type { Planted } from '${source}';\nexport type Own = Planted;\n`;
}
