import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';

const BUILT = join(ROOT, 'packages/player/dist');

/** @typedef {{readonly name: string, readonly text: string}} BuiltFile */

/**
 * What the build has made of the player's page.
 * @param {RegExp} names of the files, relative to the page's directory.
 * @param {'page' | 'packaged'} [page] the server's, or that of a TV's app
 * @returns {readonly BuiltFile[]}
 */
export function builtFiles(names, page = 'page') {
  const files = readdirSync(join(BUILT, page), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => names.test(name))
    .map((name) => ({ name, text: readFileSync(join(BUILT, page, name), 'utf8') }));
}
