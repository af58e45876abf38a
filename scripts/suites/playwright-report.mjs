/**
 * @typedef {object} PlaywrightTest
 * @property {string} status `expected`, `unexpected`, `flaky` or `skipped`
 * @property {readonly { stdout?: readonly { text?: string }[] }[]} [results] one for each try
 *
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {readonly { title: string, tests: readonly PlaywrightTest[] }[]} [specs]
 * @property {readonly PlaywrightSuite[]} [suites]
 *
 * @typedef {object} PlaywrightReport as Playwright's `json` reporter writes it
 * @property {readonly PlaywrightSuite[]} suites
 * @property {readonly { message?: string }[]} [errors] outside of any test
 */

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
      status: statusOf(test.status),
      notes: printed(test),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path))];
}

/** What a test prints is what it measured. @param {PlaywrightTest} test */
function printed({ results = [] }) {
  const texts = results.flatMap(({ stdout = [] }) => stdout.map(({ text = '' }) => text));
  return texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
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
