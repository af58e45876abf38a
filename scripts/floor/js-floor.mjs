import { parse } from 'acorn';
import { isNewerGlobal, isNewerMethod } from './compat-data.mjs';

/**
 * What a built classic script calls or names that Chromium 64 does not have, by MDN's data. What is only
 * read of an object is not told from the page's own.
 * @param {string} code
 * @returns {readonly string[]} names; each may be there several times.
 * @throws SyntaxError where such a browser could not even read it.
 */
export function jsAboveTheFloor(code) {
  /** @type {string[]} */
  const found = [];
  visit(parse(code, { ecmaVersion: 2018, sourceType: 'script' }), (node) => {
    const method = node.type === 'CallExpression' ? propertyOf(node.callee) : undefined;
    if (method !== undefined && isNewerMethod(method) && !isOfClients(node)) found.push(method);
    const name = node.type === 'Identifier' ? String(node.name) : undefined;
    if (name !== undefined && isNewerGlobal(name)) found.push(name);
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
