/**
 * As far as the sheet needs it.
 * @typedef {object} Report what Playwright wrote
 * @property {readonly Report[]} [suites]
 * @property {readonly { readonly tests: readonly PlayedTest[] }[]} [specs]
 *
 * @typedef {object} PlayedTest
 * @property {readonly { readonly type: string, readonly description?: string }[]} annotations
 * @property {readonly Result[]} results
 *
 * @typedef {object} Result
 * @property {number} duration in ms
 * @property {readonly Attachment[]} attachments
 * @property {readonly { readonly title: string, readonly error?: unknown }[]} [steps]
 *
 * @typedef {object} Attachment
 * @property {string} name the step's, or another
 * @property {string} contentType
 * @property {string} [body] in base64
 *
 * @typedef {import('./sheet-page.mjs').Seen & { readonly png?: string | undefined }} Cell
 */

/**
 * What the tests that say which engine they ran in have seen, and how long each engine took, in ms.
 * @param {Report} report
 */
export function readSheet(report) {
  /** @type {Map<string, number>} */
  const durations = new Map();
  const cells = resultsOf(report).flatMap(({ engine, result }) => {
    durations.set(engine, (durations.get(engine) ?? 0) + result.duration);
    return cellsOf(engine, result);
  });
  return { cells, durations };
}

/**
 * @param {Report} report
 * @returns {{ readonly engine: string, readonly result: Result }[]}
 */
function resultsOf({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ tests }) =>
    tests.flatMap(({ annotations, results }) => {
      const engine = annotations.find(({ type }) => type === 'engine')?.description;
      return engine === undefined ? [] : results.map((result) => ({ engine, result }));
    }),
  );
  return [...own, ...suites.flatMap(resultsOf)];
}

/**
 * @param {string} engine
 * @param {Result} result
 * @returns {Cell[]}
 */
function cellsOf(engine, { attachments, steps = [] }) {
  return steps.flatMap(({ title: step, error }) => {
    const own = attachments.filter(({ name }) => name === step);
    const text = own.find(({ contentType }) => contentType === 'text/plain')?.body;
    if (text === undefined) return [];
    const png = own.find(({ contentType }) => contentType === 'image/png')?.body;
    return {
      engine,
      step,
      text: Buffer.from(text, 'base64').toString(),
      isFailed: error !== undefined,
      picture: png && `pictures/${step}.${engine}.png`,
      png,
    };
  });
}
