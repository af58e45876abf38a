import { listOf, optionalListOf, recordOf, textOf } from './foreign-json.mjs';

/** @typedef {import('./report-suite.mjs').TestRun} TestRun */

/** A test says what it measured in an annotation of this type. */
const MEASURED = 'measured';

/**
 * @param {unknown} report as Playwright's `json` reporter writes it
 * @returns {TestRun[]}
 * @throws {TypeError} where it is none
 */
export function readPlaywrightReport(report) {
  const { suites, errors } = recordOf(report, 'the report');
  const tests = listOf(suites, 'suites').flatMap((suite) => testsOf(suite, []));
  const outside = optionalListOf(errors, 'errors').map((error) => {
    const { message = 'an error outside of any test' } = recordOf(error, 'an error');
    return { title: textOf(message, 'a message'), status: /** @type {const} */ ('failed') };
  });
  return [...tests, ...outside];
}

/**
 * @param {unknown} value
 * @param {readonly string[]} above titles of the suites around it
 * @returns {TestRun[]}
 */
function testsOf(value, above) {
  const { title, specs, suites } = recordOf(value, 'a suite');
  const path = [...above, textOf(title, 'the title of a suite')];
  return [
    ...optionalListOf(specs, 'specs').flatMap((spec) => runsOf(spec, path)),
    ...optionalListOf(suites, 'suites').flatMap((inner) => testsOf(inner, path)),
  ];
}

/** @param {unknown} value @param {readonly string[]} path @returns {TestRun[]} */
function runsOf(value, path) {
  const { title, file, tests } = recordOf(value, 'a spec');
  return listOf(tests, 'tests').map((test) => {
    const { status, annotations } = recordOf(test, 'a test');
    return {
      title: [...path, textOf(title, 'the title of a spec')].join(' '),
      // From where its configuration is.
      ...(file !== undefined && { file: `e2e/${textOf(file, 'the file of a spec')}` }),
      status: statusOf(textOf(status, 'the status of a test')),
      notes: measuredOf(annotations),
    };
  });
}

/** @param {unknown} annotations @returns {string[]} */
function measuredOf(annotations) {
  return optionalListOf(annotations, 'annotations')
    .map((each) => recordOf(each, 'an annotation'))
    .filter(({ type }) => type === MEASURED)
    .map(({ description = '' }) => textOf(description, 'a description'));
}

/**
 * A flaky test is a failed one: it passes only when tried again.
 * @param {string} status `expected`, `unexpected`, `flaky` or `skipped`
 * @returns {'passed' | 'failed' | 'skipped'}
 */
function statusOf(status) {
  if (status === 'expected') return 'passed';
  return status === 'skipped' ? 'skipped' : 'failed';
}
