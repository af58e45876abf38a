import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { packTizen } from './pack-tizen.mjs';
import { packWebos } from './pack-webos.mjs';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const PLATFORMS = {
  tizen: { pack: packTizen, file: `Hallboard-${version}.wgt` },
  webos: { pack: packWebos, file: `org.hallboard.screen_${version}_all.ipk` },
};

/**
 * Packs the built player for a platform.
 * @param {import('./tv-arguments.mjs').TvOrder} order
 * @returns {{path: string, bytes: number}} where it is, relative to the working directory
 */
export function writePackage({ platform, server, out }) {
  const { pack, file } = PLATFORMS[platform];
  const path = resolve(out ?? join('artifacts', file));
  const data = pack(server, version);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
  return { path: relative('.', path), bytes: data.length };
}
