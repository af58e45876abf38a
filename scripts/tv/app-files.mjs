import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';

const PAGE = join(ROOT, 'packages/player/dist/packaged');

/**
 * @typedef {object} AppFile
 * @property {string} name its path in the app, with slashes
 * @property {Uint8Array} data
 */

/**
 * What every app has: the bundled page, which names the server, and what the platform adds.
 * @param {string} server its origin
 * @param {string} extras the platform's folder in `deploy`
 * @param {(text: string) => string} fill what a text of that folder becomes
 * @returns {readonly AppFile[]} by name, so that the same build makes the same package.
 */
export function appFiles(server, extras, fill) {
  const page = filesBelow(PAGE).map(({ name, data }) =>
    name === 'index.html'
      ? { name, data: encode(withServer(decode(data), server)) }
      : { name, data },
  );
  const added = filesBelow(join(ROOT, 'deploy', extras)).map(({ name, data }) =>
    name.endsWith('.png') ? { name, data } : { name, data: encode(fill(decode(data))) },
  );
  return [...page, ...added].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {string} html @param {string} server */
function withServer(html, server) {
  const place = 'data-server=""';
  if (!html.includes(place)) throw new Error('The bundled page has no place for the server.');
  // An origin has nothing in it that an attribute would need escaped.
  return html.replace(place, `data-server="${server}"`);
}

/** @param {string} folder @returns {readonly AppFile[]} */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({
      name: name.replaceAll('\\', '/'),
      data: new Uint8Array(readFileSync(join(folder, name))),
    }));
}

/** @param {string} text */
function encode(text) {
  return new TextEncoder().encode(text);
}

/** @param {Uint8Array} data */
function decode(data) {
  return new TextDecoder().decode(data);
}
