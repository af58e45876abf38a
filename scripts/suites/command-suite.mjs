import { runCommand } from '../lib/run-command.mjs';
import { total } from './suite.mjs';

/**
 * @typedef {object} Command
 * @property {string} title
 * @property {readonly string[]} run arguments of node
 * @property {RegExp} [notes] which lines of its output are shown in any case
 */

/**
 * A suite of programs, each of which is one test: it passes when the program ends with 0.
 * @param {Omit<import('./suite.mjs').Suite, 'run'>} suite
 * @param {readonly Command[]} commands
 * @returns {import('./suite.mjs').Suite}
 */
export function commandSuite(suite, commands) {
  return {
    ...suite,
    async run(budgetMs) {
      const deadline = performance.now() + budgetMs;
      const results = [];
      for (const command of commands) {
        results.push(await runOne(command, Math.max(1, deadline - performance.now())));
      }
      return total(results);
    },
  };
}

/**
 * @param {Command} command
 * @param {number} timeoutMs
 * @returns {Promise<import('./suite.mjs').Result>}
 */
async function runOne({ title, run, notes }, timeoutMs) {
  const { ok, output, ending } = await runCommand(process.execPath, run, { timeoutMs });
  const lines = notes === undefined ? [] : output.split('\n').filter((line) => notes.test(line));
  if (ok) return { passed: 1, failed: 0, skipped: 0, output: '', notes: lines };
  return { passed: 0, failed: 1, skipped: 0, output: `${output}\n${title} ${ending}.\n` };
}
