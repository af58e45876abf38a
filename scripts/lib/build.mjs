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
  'packages/player/vite.self-test.config.ts',
  'packages/shared/src',
  'packages/shared/package.json',
  'pnpm-lock.yaml',
].map((path) => join(ROOT, path));

/**
 * Compiles every package and bundles the player's page, as far as sources changed.
 * @param {{ timeoutMs?: number }} [limits] for each of the two
 * @throws {Error} with the compiler's or the bundler's output
 */
export async function build(limits = {}) {
  // tsc compares the sources itself, so that this takes a moment when nothing changed.
  await step('Compiling', () => tool('typescript/bin/tsc', ['-b'], { cwd: ROOT, ...limits }));
  if (!existsSync(PAGE)) rmSync(STAMP, { force: true });
  await unlessStamped(
    STAMP,
    () => fingerprint(PAGE_INPUTS),
    () =>
      step("Bundling the player's page", async () => {
        // The page takes up the self-test's script.
        for (const config of ['vite.self-test.config.ts', 'vite.config.ts']) {
          await tool('vite/bin/vite.js', ['build', '--config', config], { cwd: PLAYER, ...limits });
        }
      }),
  );
}

/**
 * @param {string} script inside node_modules
 * @param {readonly string[]} args
 * @param {import('./run-command.mjs').Options} options
 */
async function tool(script, args, options) {
  const path = join(ROOT, 'node_modules', script);
  const { ok, output, ending } = await runCommand(process.execPath, [path, ...args], options);
  if (!ok) throw new Error(`${output}\n${script} ${ending}.`);
}
