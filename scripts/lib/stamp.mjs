/** Remembers what something was made from, so that it is made again only when that changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {readonly string[]} paths files, or directories with all that is in them; a missing one
 *   counts as such
 * @param {readonly string[]} [facts] what else it depends on
 * @returns {string} the same for the same names and contents
 */
export function fingerprint(paths, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const file of paths.flatMap(filesIn)) {
    hash.update(`${file}\0`);
    if (existsSync(file)) hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/**
 * Does `make` unless `stamp` says that it was done for the same fingerprint.
 * @param {string} stamp a file
 * @param {() => string} current the fingerprint; taken again afterwards, since making may change it
 * @param {() => Promise<void>} make
 */
export async function unlessStamped(stamp, current, make) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current()) return;
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current());
}

/**
 * @param {string} path
 * @returns {string[]} in a fixed order
 */
function filesIn(path) {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
