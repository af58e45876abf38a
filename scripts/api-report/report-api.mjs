import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDeclarations } from './read-declarations.mjs';

/**
 * What a package promises its users: for each module of its `exports`, every exported
 * name with its declaration, and what these refer to. Sorted, so that only a change changes it.
 * @param {string} folder of the package, built
 * @returns {string}
 */
export function reportApi(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  /** @type {Set<string>} */
  const shown = new Set();
  const lines = [`# The public API of ${manifest.name}`];
  for (const [entry, target] of Object.entries(manifest.exports)) {
    const file = typeof target === 'string' ? target : target.default;
    if (!file.endsWith('.js')) {
      lines.push('', `## ${entry}`, '', `A file: ${file}`);
      continue;
    }
    lines.push(
      '',
      `## ${entry}`,
      '',
      '```ts',
      ...reportEntry(join(folder, target.types), shown),
      '```',
    );
  }
  return `${lines.join('\n')}\n`;
}

/**
 * @param {string} path of the entry's `.d.ts`
 * @param {Set<string>} shown what earlier entries show, which is not shown again; added to
 */
function reportEntry(path, shown) {
  const files = createFiles();
  /** @type {Map<string, string>} */
  const reported = new Map();
  const { declared, exported } = files(path);
  const names = new Set([...exported.keys(), ...declared.keys()]);
  for (const name of names) report(path, name);
  const internal = [...reported.keys()]
    .filter((name) => !names.has(name) && !shown.has(name))
    .sort();
  for (const name of reported.keys()) shown.add(name);
  const declarations = (/** @type {readonly string[]} */ list) =>
    list.map((name) => (reported.get(name) ?? '').replace(/^ +private .*\n/gm, ''));
  const more = internal.length === 0 ? [] : ['', '// Not exported', ...declarations(internal)];
  return [...declarations([...names].sort()), ...more];

  /** @param {string} file @param {string} name */
  function report(file, name) {
    const found = resolve(files, file, name);
    if (found === undefined || reported.has(name)) return;
    reported.set(name, found.declaration);
    for (const [word] of found.declaration.matchAll(/\b[A-Z]\w*/g)) {
      if (word !== name) report(found.file, word);
    }
  }
}

/**
 * @param {ReturnType<typeof createFiles>} files
 * @param {string} file
 * @param {string} name
 * @returns {{ file: string, declaration: string } | undefined} `undefined` for another package's
 */
function resolve(files, file, name) {
  const { declared, imported, exported } = files(file);
  const declaration = declared.get(name);
  if (declaration !== undefined) return { file, declaration };
  const origin = exported.get(name) ?? imported.get(name);
  if (origin === undefined || !origin.from.startsWith('.')) return undefined;
  return resolve(files, join(dirname(file), origin.from.replace(/\.js$/, '.d.ts')), origin.name);
}

function createFiles() {
  /** @type {Map<string, import('./read-declarations.mjs').DeclarationFile>} */
  const known = new Map();
  return (/** @type {string} */ path) => {
    const file = known.get(path) ?? readDeclarations(readFileSync(path, 'utf8'));
    known.set(path, file);
    return file;
  };
}
