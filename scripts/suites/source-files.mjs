import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = /\.(ts|tsx|mjs|css)$/;
const NOT_OURS = new Set(['node_modules', 'dist', 'artifacts', '.git']);

/**
 * @param {string} directory
 * @returns {string[]} every source file in it, tests too
 */
export function sourceFiles(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : sourceFiles(path);
    return SOURCE.test(entry.name) ? [path] : [];
  });
}

/** @param {string} path */
export function countLines(path) {
  return readFileSync(path, 'utf8').split('\n').length - 1;
}
