import { checkSpec } from '../spec/check-spec.mjs';
import { summarizeSpec } from '../spec/judge-spec.mjs';

/**
 * The last suite: it reads what the others left.
 * @type {import('./suite.mjs').Suite}
 */
export const specSuite = {
  name: 'spec',
  budgetMs: 10_000,
  needsBuild: true,
  async run() {
    const { evidence, problems } = checkSpec();
    return {
      passed: problems.length === 0 ? 1 : 0,
      failed: problems.length,
      skipped: 0,
      output: problems.map((problem) => `${problem}\n`).join(''),
      notes: [summarizeSpec(evidence)],
    };
  },
};
