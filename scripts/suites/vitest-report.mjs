import { relative } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { listOf, optionalListOf, recordOf, textOf } from './foreign-json.mjs';

/** @typedef {import('./report-suite.mjs').TestRun} TestRun */

/**
 * @param {unknown} report as vitest's `json` reporter writes it
 * @returns {TestRun[]}
 * @throws {TypeError} where it is none
 */
export function readVitestReport(report) {
  return listOf(recordOf(report, 'the report').testResults, 'testResults').flatMap(readFile);
}

/** @param {unknown} value @returns {TestRun[]} */
function readFile(value) {
  const { name, status, assertionResults } = recordOf(value, 'a file');
  const path = textOf(name, 'the name of a file');
  const tests = listOf(assertionResults, 'assertionResults').map((test) => readTest(test, path));
  // A file that could not be loaded, or whose hooks failed, has failed as a whole.
  const isBroken = status === 'failed' && !tests.some((test) => test.status === 'failed');
  return isBroken ? [...tests, { title: path, status: 'failed' }] : tests;
}

/** @param {unknown} value @param {string} path @returns {TestRun} */
function readTest(value, path) {
  const { fullName, status, meta = {} } = recordOf(value, 'a test');
  const { notes } = recordOf(meta, 'the meta of a test');
  return {
    title: textOf(fullName, 'the name of a test'),
    file: relative(ROOT, path),
    status: status === 'passed' || status === 'failed' ? status : 'skipped',
    ...(notes !== undefined && {
      notes: optionalListOf(notes, 'notes').map((note) => textOf(note, 'a note')),
    }),
  };
}
