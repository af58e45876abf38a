import { relative } from 'node:path';
import { ROOT } from '../lib/root.mjs';

/**
 * @typedef {object} VitestReport as vitest's `json` reporter writes it
 * @property {readonly {
 *   name: string,
 *   status: string,
 *   assertionResults: readonly {
 *     fullName: string,
 *     status: string,
 *     meta?: { notes?: readonly string[] },
 *   }[],
 * }[]} testResults one for each file
 */

/**
 * @param {VitestReport} report
 * @returns {import('./report-suite.mjs').TestRun[]}
 */
export function readVitestReport(report) {
  return report.testResults.flatMap((file) => {
    const tests = file.assertionResults.map(({ fullName, status, meta }) => ({
      title: fullName,
      file: relative(ROOT, file.name),
      status: statusOf(status),
      ...(meta?.notes === undefined ? {} : { notes: meta.notes }),
    }));
    // A file that could not be loaded, or whose hooks failed, has failed as a whole.
    const brokenFile = file.status === 'failed' && !tests.some((test) => test.status === 'failed');
    return brokenFile
      ? [...tests, { title: file.name, status: /** @type {const} */ ('failed') }]
      : tests;
  });
}

/** @param {string} status @returns {'passed' | 'failed' | 'skipped'} */
function statusOf(status) {
  if (status === 'passed' || status === 'failed') return status;
  return 'skipped';
}
