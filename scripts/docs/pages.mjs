import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../lib/root.mjs';

const NOT_OURS = new Set(['node_modules', 'dist', 'artifacts', '.git', 'data']);

/** Every page of the documentation, as paths from the root. */
export const PAGES = markdownFiles(ROOT)
  .map((path) => relative(ROOT, path))
  .sort();

/**
 * @param {string} directory
 * @returns {string[]}
 */
function markdownFiles(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}
