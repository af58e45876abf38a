import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';

const PAGE = join(ROOT, 'packages/player/dist/page');

/** @typedef {{readonly name: string, readonly text: string}} BuiltFile */

/**
 * What the build has made of the player's page.
 * @param {RegExp} names of the files, relative to the page's directory.
 * @returns {readonly BuiltFile[]}
 */
export function builtFiles(names) {
  const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => names.test(name))
    .map((name) => ({ name, text: readFileSync(join(PAGE, name), 'utf8') }));
}
