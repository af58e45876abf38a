import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './root.mjs';

const LOCKFILE = readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8');

/** Named as each package names its programs. */
const PROGRAMS = {
  Linux: ['@biomejs/cli-linux-x64', '@rolldown/binding-linux-x64-gnu', '@libsql/linux-x64-gnu'],
  'a Raspberry Pi': [
    '@biomejs/cli-linux-arm64',
    '@libsql/linux-arm64-gnu',
    '@rolldown/binding-linux-arm64-gnu',
    '@typescript/typescript-linux-arm64',
    'lightningcss-linux-arm64-gnu',
  ],
  'a Mac': [
    '@biomejs/cli-darwin-arm64',
    '@libsql/darwin-arm64',
    '@rolldown/binding-darwin-arm64',
    '@typescript/typescript-darwin-arm64',
    'lightningcss-darwin-arm64',
  ],
  'a Mac of before 2021': [
    '@biomejs/cli-darwin-x64',
    '@libsql/darwin-x64',
    'lightningcss-darwin-x64',
  ],
  Windows: [
    '@biomejs/cli-win32-x64',
    '@libsql/win32-x64-msvc',
    '@rolldown/binding-win32-x64-msvc',
    '@typescript/typescript-win32-x64',
    'lightningcss-win32-x64-msvc',
  ],
};

it.each(Object.entries(PROGRAMS))(
  'has the programs that %s needs, wherever it was written',
  (_, names) => {
    // A dependency of one that is installed, and a package with a hash: both, or none is installed.
    const missing = names.filter(
      (name) => !LOCKFILE.includes(`      '${name}': `) && !LOCKFILE.includes(`      ${name}: `),
    );
    const unresolved = names.filter(
      (name) => !new RegExp(`^  '?${name}@[^:]+:\n    resolution:`, 'm').test(LOCKFILE),
    );
    expect([missing, unresolved]).toEqual([[], []]);
  },
);
