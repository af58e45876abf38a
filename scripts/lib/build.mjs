import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { fingerprint, unlessStamped } from './stamp.mjs';
import { step } from './step.mjs';

const PLAYER = join(ROOT, 'packages/player');
const BUNDLED = ['page', 'packaged', 'embed', 'lib'].map((name) => join(PLAYER, 'dist', name));
const STAMP = join(ROOT, 'node_modules/.hallboard-page');

/** The page, a TV app's, the one script tag, and the npm package's modules. */
const BUNDLES = [
  // The pages take it up.
  ['build', '--config', 'vite.self-test.config.ts'],
  ['build'],
  ['build', '--config', 'vite.packaged.config.ts'],
  ['build', '--config', 'vite.embed.config.ts', '--mode', 'script'],
  ['build', '--config', 'vite.embed.config.ts', '--mode', 'library'],
];

/** The environment of whatever writes into `dist`. */
export const PRODUCTION = { NODE_ENV: 'production' };

/** What they are made from. */
const PAGE_INPUTS = [
  'packages/player/src',
  'packages/player/package.json',
  'packages/player/tsconfig.json',
  'packages/player/locales',
  'packages/shared/src',
  'packages/shared/package.json',
  'pnpm-lock.yaml',
  ...readdirSync(PLAYER)
    .filter((name) => /^vite\./.test(name))
    .map((name) => `packages/player/${name}`),
].map((path) => join(ROOT, path));

/**
 * Compiles every package and bundles the player, as far as sources changed.
 * @param {{ timeoutMs?: number }} [limits] for each step
 * @throws {Error} with the compiler's or the bundler's output
 */
export async function build(limits = {}) {
  // tsc compares the sources itself, so that this takes a moment when nothing changed.
  await step('Compiling', () => tool('typescript/bin/tsc', ['-b'], { cwd: ROOT, ...limits }));
  if (!BUNDLED.every(existsSync)) rmSync(STAMP, { force: true });
  await unlessStamped(
    STAMP,
    () => fingerprint(PAGE_INPUTS),
    () =>
      step('Bundling the player', async () => {
        for (const args of BUNDLES)
          await tool('vite/bin/vite.js', args, { cwd: PLAYER, ...limits });
      }),
  );
}

/**
 * Runs a tool of the build, for production: a shell that is set to develop something else would have
 * the bundler take what libraries have for that, which is larger and slower.
 * @param {string} script inside node_modules
 * @param {readonly string[]} args
 * @param {import('./run-command.mjs').Options} options
 * @throws {Error} with what it wrote
 */
export async function tool(script, args, options) {
  const path = join(ROOT, 'node_modules', script);
  const production = { ...options, env: { ...options.env, ...PRODUCTION } };
  const { ok, output, ending } = await runCommand(process.execPath, [path, ...args], production);
  if (!ok) throw new Error(`${output}\n${script} ${ending}.`);
}
