import { zipSync } from 'fflate';
import { appFiles } from './app-files.mjs';

/** The first moment that a zip can name; local, since a zip knows no zones. */
const MTIME = new Date(1980, 0, 1);

/**
 * A `.wgt` for Samsung's displays: a zip with a `config.xml`. Not signed.
 * @param {string} server its origin
 * @param {string} version
 * @returns {Uint8Array}
 */
export function packTizen(server, version) {
  const files = appFiles(server, 'tizen', (text) => text.replace('{version}', version));
  return zipSync(Object.fromEntries(files.map(({ name, data }) => [name, data])), { mtime: MTIME });
}
