/**
 * `npm run dev`: compiles and bundles on every change, and restarts the server on what comes out of
 * it. Reload the page to see a changed player.
 */
import './lib/require-node.mjs';
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build, forgetBundles, PRODUCTION } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { orExit } from './lib/or-exit.mjs';
import { killTree } from './lib/process-tree.mjs';
import { ROOT } from './lib/root.mjs';

/** A compiler writes many files at once: restart when it has been quiet for so long. */
const QUIET_MS = 300;
const PAGE = join(ROOT, 'packages/player/dist/page/index.html');

await orExit(async () => {
  await installDependencies();
  await build();
});
// What is bundled from here on is of sources that may be taken back.
forgetBundles();
process.env.DEMO ??= 'true';

const tools = join(ROOT, 'node_modules');
const watchers = [
  run([join(tools, 'typescript/bin/tsc'), '-b', '--watch', '--preserveWatchOutput']),
  run([join(tools, 'vite/bin/vite.js'), 'build', '--watch'], join(ROOT, 'packages/player')),
];
let isStopping = false;
let restarting = Promise.resolve();
const changed = debounced(() => {
  restarting = restarting.then(restart);
});
let server = runServer();

// Not the player's: its page is read from the disk for each request.
for (const name of ['server', 'shared']) {
  watch(join(ROOT, 'packages', name, 'dist'), { recursive: true }, changed);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

function runServer() {
  const child = run(['--enable-source-maps', join(ROOT, 'packages/server/dist/main.js')]);
  // The bundler empties the page's folder before it fills it, and no server starts without a page.
  child.once('exit', () => {
    if (!isStopping && !existsSync(PAGE)) void untilPage().then(changed);
  });
  return child;
}

async function untilPage() {
  while (!existsSync(PAGE)) await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
}

async function restart() {
  if (isStopping) return;
  console.log('Restarting the server …');
  await killTree(server);
  if (!isStopping) server = runServer();
}

async function stop() {
  isStopping = true;
  await Promise.all([server, ...watchers].map(killTree));
  process.exit(0);
}

/**
 * In a process group of its own, so that Ctrl-C reaches it through `stop` alone.
 * @param {readonly string[]} args of node
 * @param {string} [cwd]
 */
function run(args, cwd = ROOT) {
  return spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...PRODUCTION },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
}

/** @param {() => void} work @returns {() => void} does it once it was not called for a while */
function debounced(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, QUIET_MS);
  };
}
