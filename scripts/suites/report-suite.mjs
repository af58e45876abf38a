import { existsSync, readFileSync, rmSync } from 'node:fs';
import { runCommand } from '../lib/run-command.mjs';
import { atLeastOne } from './suite.mjs';

/**
 * @typedef {object} TestRun one test as it was executed
 * @property {string} title in full, with the names of what it is in
 * @property {'passed' | 'failed' | 'skipped'} status
 * @property {string} [file] from the root of the project
 * @property {readonly string[]} [notes] what it measured
 *
 * @typedef {object} Command
 * @property {readonly string[]} run arguments of node
 * @property {string} [cwd]
 *
 * @typedef {object} Report
 * @property {string} report a JSON file
 * @property {(report: unknown) => TestRun[]} read throws where it is none of its kind
 */

/**
 * A suite whose tests are told by the report that a test runner writes.
 * @param {Omit<import('./suite.mjs').Suite, 'run'>} suite
 * @param {Command & Report} runner
 * @returns {import('./suite.mjs').Suite}
 */
export function reportSuite(suite, runner) {
  return {
    ...suite,
    async run(timeoutMs) {
      rmSync(runner.report, { force: true });
      const outcome = await runCommand(process.execPath, runner.run, {
        timeoutMs,
        ...(runner.cwd === undefined ? {} : { cwd: runner.cwd }),
      });
      return judge(outcome, readReport(runner));
    },
  };
}

/**
 * The report tells what the tests said, the outcome whether the runner itself came through: a crash
 * or an error outside of any test is a failure even if every test passed.
 * @param {import('../lib/run-command.mjs').Outcome} outcome
 * @param {TestRun[]} tests
 * @returns {import('./suite.mjs').Result}
 */
export function judge(outcome, tests) {
  /** @param {TestRun['status']} status */
  const count = (status) => tests.filter((test) => test.status === status).length;
  const told = count('failed');
  const failed = told === 0 && !outcome.ok ? 1 : told;
  return atLeastOne({
    passed: count('passed'),
    failed,
    skipped: count('skipped'),
    output: failed === 0 ? '' : `${outcome.output}\nThe test runner ${outcome.ending}.\n`,
    notes: tests.flatMap((test) => test.notes ?? []),
  });
}

/**
 * @param {Report} source
 * @returns {TestRun[]} none where the runner did not get that far
 */
export function readReport({ report, read }) {
  if (!existsSync(report)) return [];
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    return [{ title: `the report is unreadable: ${error}`, status: 'failed' }];
  }
}
