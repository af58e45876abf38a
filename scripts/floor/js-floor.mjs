import { parse } from 'acorn';

/** Methods that came after Chromium 64, and for which there is nothing in the build. */
const METHODS = new Set([
  'allSettled',
  'any',
  'at',
  'fromEntries',
  'findLast',
  'findLastIndex',
  'flat',
  'flatMap',
  'getAnimations',
  'hasOwn',
  'matchAll',
  'randomUUID',
  'replaceAll',
  'replaceChildren',
  'toggleAttribute',
  'toReversed',
  'toSorted',
  'toSpliced',
  'trimEnd',
  'trimStart',
  'withResolvers',
]);
/** Globals, of `Intl` too, that came after it. */
const NAMED = new Set([
  'BigInt',
  'DisplayNames',
  'FinalizationRegistry',
  'ListFormat',
  'RelativeTimeFormat',
  'Segmenter',
  'Temporal',
  'WeakRef',
  'globalThis',
  'structuredClone',
]);

/**
 * What a built classic script uses that Chromium 64 does not have.
 * @param {string} code
 * @returns {readonly string[]} names; each may be there several times.
 * @throws SyntaxError where such a browser could not even read it.
 */
export function jsAboveTheFloor(code) {
  /** @type {string[]} */
  const found = [];
  visit(parse(code, { ecmaVersion: 2018, sourceType: 'script' }), (node) => {
    const method = node.type === 'CallExpression' ? propertyOf(node.callee) : undefined;
    if (method !== undefined && METHODS.has(method) && !isOfClients(node)) found.push(method);
    const name = node.type === 'Identifier' ? String(node.name) : undefined;
    if (name !== undefined && NAMED.has(name)) found.push(name);
  });
  return found;
}

/** @typedef {{readonly type: string} & Readonly<Record<string, unknown>>} Node */

/**
 * @param {unknown} value
 * @param {(node: Node) => void} see
 */
function visit(value, see) {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    see(value);
    for (const part of Object.values(value)) visit(part, see);
  }
}

/** @param {unknown} value @returns {value is Node} */
function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** @param {unknown} node @returns {string | undefined} the name of the property that is read. */
function propertyOf(node) {
  if (!isNode(node) || node.type !== 'MemberExpression' || node.computed) return undefined;
  return isNode(node.property) ? String(node.property.name) : undefined;
}

/** @param {Node} call whether it is the worker's old `clients.matchAll`, and not that of a text. */
function isOfClients({ callee }) {
  return isNode(callee) && propertyOf(callee.object) === 'clients';
}
