import { elapsed } from '../lib/step.mjs';
import { atLeastOne, summary, total } from './suite.mjs';

/**
 * Runs suites one after the other, each to its end, and says what came of it.
 * @param {readonly import('./suite.mjs').Suite[]} suites
 * @returns {Promise<import('./suite.mjs').Result>} over all of them
 */
export async function runSuites(suites) {
  /** @type {import('./suite.mjs').Result[]} */
  const results = [];
  let isBuilt = true;
  for (const suite of suites) {
    if (suite.needsBuild && !isBuilt) {
      console.log(`${suite.name.padEnd(11)} not run, since the build failed`);
      results.push({ passed: 0, failed: 0, skipped: 1, output: '' });
      continue;
    }
    const result = await runSuite(suite);
    if (suite.name === 'build') isBuilt = result.failed === 0;
    results.push(result);
  }
  return total(results);
}

/** @param {import('./suite.mjs').Suite} suite */
async function runSuite({ name, budgetMs, run }) {
  const startedAt = performance.now();
  const result = atLeastOne(await run(budgetMs));
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  const verdict = result.failed === 0 ? 'ok' : 'FAILED';
  const time = `${elapsed(startedAt)} of ${budgetMs / 1000} s`;
  console.log(`${name.padEnd(11)} ${verdict.padEnd(7)} ${summary(result)}  (${time})`);
  for (const note of result.notes ?? []) console.log(`            ${note.trim()}`);
  return result;
}
