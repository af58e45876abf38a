/**
 * @typedef {object} DeclarationFile what the compiler wrote of one source file
 * @property {ReadonlyMap<string, string>} declared each name with its declarations, without comments
 * @property {ReadonlyMap<string, Origin>} imported
 * @property {ReadonlyMap<string, Origin>} exported what it passes on from other files
 *
 * @typedef {object} Origin
 * @property {string} from a module specifier
 * @property {string} name as that module calls it
 */

const START = /^(?:export )?(?:declare )?(?:abstract )?(interface|type|class|function|const) (\w+)/;

/**
 * Reads a `.d.ts` file as the compiler writes it: every declaration starts at the beginning of a
 * line, and ends one.
 * @param {string} text
 * @returns {DeclarationFile}
 */
export function readDeclarations(text) {
  const code = withoutComments(text);
  /** @type {Map<string, string>} */
  const declared = new Map();
  const lines = code.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, kind = '', name = ''] = START.exec(lines[at] ?? '') ?? [];
    if (name === '') continue;
    const end = kind === 'interface' || kind === 'class' ? '}' : ';';
    const first = at;
    while (at < lines.length - 1 && !isWhole(lines.slice(first, at + 1).join('\n'), end)) at += 1;
    const declaration = lines.slice(first, at + 1).join('\n');
    const before = declared.get(name);
    declared.set(name, before === undefined ? declaration : `${before}\n${declaration}`);
  }
  return { declared, imported: links('import', code), exported: links('export', code) };
}

/**
 * @param {'import' | 'export'} keyword
 * @param {string} code
 */
function links(keyword, code) {
  /** @type {Map<string, Origin>} */
  const found = new Map();
  const pattern = new RegExp(`^${keyword} (?:type )?\\{([^}]*)\\} from '([^']+)';`, 'gm');
  for (const [, list = '', from = ''] of code.matchAll(pattern)) {
    for (const entry of list.split(',')) {
      const [name = '', alias = name] = entry
        .replace(/\btype\b/, '')
        .trim()
        .split(' as ');
      if (name !== '') found.set(alias, { from, name });
    }
  }
  return found;
}

/** @param {string} text @param {string} end */
function isWhole(text, end) {
  const count = (/** @type {RegExp} */ pattern) => text.match(pattern)?.length ?? 0;
  return text.endsWith(end) && count(/[{([]/g) === count(/[})\]]/g);
}

/** @param {string} text */
function withoutComments(text) {
  return text
    .replace(/^[ \t]*\/\*\*?[\s\S]*?\*\/[ \t]*\n/gm, '')
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/\n{2,}/g, '\n');
}
