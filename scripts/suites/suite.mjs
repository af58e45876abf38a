/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} output shown when anything failed
 * @property {readonly string[]} [notes] lines that are shown in any case, such as measurements
 *
 * @typedef {object} Suite
 * @property {string} name as given on the command line
 * @property {number} budgetMs a suite that takes longer is ended and has failed
 * @property {boolean} [needsBuild]
 * @property {boolean} [needsSystemPrograms] a browser and a Redis
 * @property {(budgetMs: number) => Promise<Result>} run never rejects
 */

/** @param {readonly Result[]} results @returns {Result} */
export function total(results) {
  return {
    passed: sum(results.map((result) => result.passed)),
    failed: sum(results.map((result) => result.failed)),
    skipped: sum(results.map((result) => result.skipped)),
    output: results.map((result) => result.output).join(''),
    notes: results.flatMap((result) => result.notes ?? []),
  };
}

/**
 * A suite that ran nothing has proven nothing.
 * @param {Result} result
 * @returns {Result}
 */
export function atLeastOne(result) {
  if (result.passed + result.failed > 0) return result;
  return { ...result, failed: 1, output: `${result.output}\nThe suite ran no test.\n` };
}

/** The last line of `npm test`. @param {Result} result */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
