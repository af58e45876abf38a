/**
 * @typedef {object} PlaywrightTest
 * @property {string} status `expected`, `unexpected`, `flaky` or `skipped`
 * @property {readonly { type: string, description?: string }[]} [annotations]
 *
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {readonly {
 *   title: string,
 *   file?: string,
 *   tests: readonly PlaywrightTest[],
 * }[]} [specs] `file` is from where its configuration is
 * @property {readonly PlaywrightSuite[]} [suites]
 *
 * @typedef {object} PlaywrightReport as Playwright's `json` reporter writes it
 * @property {readonly PlaywrightSuite[]} suites
 * @property {readonly { message?: string }[]} [errors] outside of any test
 */

/** A test says what it measured in an annotation of this type. */
const MEASURED = 'measured';

/**
 * @param {PlaywrightReport} report
 * @returns {import('./report-suite.mjs').TestRun[]}
 */
export function readPlaywrightReport(report) {
  const errors = (report.errors ?? []).map(({ message }) => ({
    title: message ?? 'an error outside of any test',
    status: /** @type {const} */ ('failed'),
  }));
  return [...report.suites.flatMap((suite) => testsOf(suite, [])), ...errors];
}

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} above titles of the suites around it
 * @returns {import('./report-suite.mjs').TestRun[]}
 */
function testsOf(suite, above) {
  const path = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      title: [...path, spec.title].join(' '),
      ...(spec.file === undefined ? {} : { file: `e2e/${spec.file}` }),
      status: statusOf(test.status),
      notes: (test.annotations ?? [])
        .filter(({ type }) => type === MEASURED)
        .map(({ description }) => description ?? ''),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path))];
}

/**
 * A flaky test is a failed one: it passes only when tried again.
 * @param {string} status
 * @returns {'passed' | 'failed' | 'skipped'}
 */
function statusOf(status) {
  if (status === 'expected') return 'passed';
  return status === 'skipped' ? 'skipped' : 'failed';
}
