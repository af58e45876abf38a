import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';

const BUILT = join(ROOT, 'packages/player/dist');

/** @typedef {{readonly name: string, readonly text: string}} BuiltFile */

/**
 * What the build has made of the player for a page.
 * @param {RegExp} names of the files, relative to their directory.
 * @param {'page' | 'packaged' | 'embed'} [page] the server's, that of a TV's app, or other people's
 * @returns {readonly BuiltFile[]}
 */
export function builtFiles(names, page = 'page') {
  const files = readdirSync(join(BUILT, page), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => names.test(name))
    .map((name) => ({ name, text: readFileSync(join(BUILT, page, name), 'utf8') }));
}
