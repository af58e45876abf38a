import { quotedRules } from './rules.mjs';

/**
 * @typedef {import('../suites/report-suite.mjs').TestRun} TestRun
 * @typedef {object} Proof
 * @property {string} promise `P-1`
 * @property {readonly string[]} files of tests, from the root of the project
 */

/** The promises of what a person would see: they are proven in a browser too. */
const SEEN = new Set(['P-1', 'P-2', 'P-3', 'P-5', 'P-6']);
const ROW = /^\| (P-\d+) \| (.+) \|$/;
const FILE = /`([^`]+)`/g;

/**
 * Reads the table that says which tests prove each promise: `| P-1 | `a.test.ts`, `b.spec.ts` |`.
 * @param {string} markdown
 * @returns {Proof[]}
 */
export function parseProof(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const [, promise, cell = ''] = ROW.exec(line) ?? [];
    if (promise === undefined) return [];
    return [{ promise, files: [...cell.matchAll(FILE)].map(([, file = '']) => file) }];
  });
}

/**
 * Every promise names a unit test or simulation and, where a person would see it, a browser test;
 * and each file that is named has a test that quotes the promise, was run and passed.
 * @param {readonly string[]} promises
 * @param {readonly Proof[]} proofs
 * @param {readonly TestRun[]} tests
 * @returns {string[]} problems
 */
export function judgeProof(promises, proofs, tests) {
  const missing = promises.flatMap((promise) => {
    const files = proofs.find((proof) => proof.promise === promise)?.files ?? [];
    const kinds = ['.test.ts', ...(SEEN.has(promise) ? ['.spec.ts'] : [])];
    return kinds
      .filter((kind) => !files.some((file) => file.endsWith(kind)))
      .map((kind) => `${promise} names no ${kind} that proves it`);
  });
  const empty = proofs.flatMap(({ promise, files }) =>
    files
      .filter((file) => !tests.some((test) => proves(test, file, promise)))
      .map((file) => `${promise} names ${file}, where no test that quotes it was run and passed`),
  );
  return [...missing, ...empty];
}

/** @param {TestRun} test @param {string} file @param {string} promise */
function proves(test, file, promise) {
  return (
    test.file === file && test.status === 'passed' && quotedRules(test.title).includes(promise)
  );
}
