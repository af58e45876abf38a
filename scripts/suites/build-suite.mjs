import { build } from '../lib/build.mjs';

/** @type {import('./suite.mjs').Suite} */
export const buildSuite = {
  name: 'build',
  budgetMs: 120_000,
  async run(timeoutMs) {
    try {
      await build({ timeoutMs });
      return { passed: 1, failed: 0, skipped: 0, output: '' };
    } catch (error) {
      return { passed: 0, failed: 1, skipped: 0, output: `${error}\n` };
    }
  },
};
