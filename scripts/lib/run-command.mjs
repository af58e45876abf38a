import { spawn } from 'node:child_process';
import { killTree } from './process-tree.mjs';
import { ROOT } from './root.mjs';

/**
 * @typedef {object} Outcome
 * @property {boolean} ok ended by itself with code 0
 * @property {string} output everything it wrote, both streams in the order they came
 * @property {string} ending how it ended, in words
 *
 * @typedef {object} Options
 * @property {string} [cwd] `@default` the repository's root
 * @property {Readonly<Record<string, string>>} [env] added to this process's own
 * @property {number} [timeoutMs] after which the whole tree is killed. `@default` none
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end without a terminal. Never rejects.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export function runCommand(program, args, { cwd = ROOT, env = {}, timeoutMs } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
  }
  hold(child);
  return new Promise((resolve) => {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    /** @param {boolean} ok @param {string} ending */
    const settle = (ok, ending) => {
      clearTimeout(timer);
      release(child);
      resolve({ ok, output, ending });
    };
    child.once('error', (error) => settle(false, `could not start: ${error.message}`));
    child.once('close', (code, signal) =>
      settle(code === 0, signal === null ? `ended with code ${code}` : `was ended by ${signal}`),
    );
    if (timeoutMs === undefined) return;
    timer = setTimeout(() => {
      child.removeAllListeners('close');
      const ending = `was ended after ${Math.round(timeoutMs / 1000)} s, which is all it had`;
      void killTree(child).then(() => settle(false, ending));
    }, timeoutMs);
  });
}

/** While a child runs, a signal to this process ends the child's tree first. */
function onSignal(/** @type {NodeJS.Signals} */ signal) {
  void Promise.all([...running].map(killTree)).then(() =>
    process.exit(signal === 'SIGINT' ? 130 : 143),
  );
}

/** @param {import('node:child_process').ChildProcess} child */
function hold(child) {
  if (running.size === 0) process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  running.add(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function release(child) {
  running.delete(child);
  if (running.size === 0) process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
}
