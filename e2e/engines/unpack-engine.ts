import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const CACHE = join(import.meta.dirname, '../../artifacts/engines');

/**
 * The engine inside a package of the registry, unpacked once.
 * @param name as in this package's dependencies: `chromium-69`.
 * @returns the path of its executable. It is old and unpatched: for loopback only.
 */
export function unpackEngine(name: string): string {
  const executable = join(CACHE, name);
  if (existsSync(executable)) return executable;
  const bin = join(dirname(require.resolve(`${name}/package.json`)), 'bin');
  const packed = readdirSync(bin).find((file) => /^chromium.*\.br$/.test(file));
  if (packed === undefined) throw new Error(`${name} holds no engine`);
  mkdirSync(CACHE, { recursive: true });
  const partial = `${executable}.partial`;
  writeFileSync(partial, brotliDecompressSync(readFileSync(join(bin, packed))), { mode: 0o755 });
  renameSync(partial, executable);
  return executable;
}
