import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { fingerprint, unlessStamped } from './stamp.mjs';
import { step } from './step.mjs';

const PLAYER = join(ROOT, 'packages/player');
const PAGE = join(PLAYER, 'dist/page');
const STAMP = join(ROOT, 'node_modules/.hallboard-page');

/** What the page is made from. */
const PAGE_INPUTS = [
  'packages/player/src',
  'packages/player/package.json',
  'packages/player/tsconfig.json',
  'packages/player/vite.config.ts',
  'packages/shared/src',
  'packages/shared/package.json',
  'pnpm-lock.yaml',
].map((path) => join(ROOT, path));

/**
 * Compiles every package and bundles the player's page, as far as sources changed.
 * @throws {Error} with the compiler's or the bundler's output
 */
export async function build() {
  await compile();
  if (!existsSync(PAGE)) rmSync(STAMP, { force: true });
  await unlessStamped(STAMP, () => fingerprint(PAGE_INPUTS), bundlePage);
}

/** tsc compares sources itself, so that this takes a moment when nothing changed. */
function compile() {
  return step('Compiling', () => tool('compiler', 'typescript/bin/tsc', ['-b'], ROOT));
}

function bundlePage() {
  return step("Bundling the player's page", () =>
    tool('bundler', 'vite/bin/vite.js', ['build'], PLAYER),
  );
}

/**
 * @param {string} name
 * @param {string} script inside node_modules
 * @param {readonly string[]} args
 * @param {string} cwd
 */
async function tool(name, script, args, cwd) {
  const path = join(ROOT, 'node_modules', script);
  const { ok, output, ending } = await runCommand(process.execPath, [path, ...args], { cwd });
  if (!ok) throw new Error(`The ${name} ${ending}.\n${output}`);
}
