/**
 * `npm run spec`: every rule of SPEC.md with the tests that quote it, from the results of the last
 * `npm test`. `npm run spec -- POLL WS-1` shows only what begins so.
 */
import './lib/require-node.mjs';
import { existsSync } from 'node:fs';
import { checkSpec } from './spec/check-spec.mjs';
import { describeEvidence, summarizeSpec } from './spec/judge-spec.mjs';
import { BROWSER_REPORT, SIMULATION_REPORT, UNIT_REPORT } from './suites/reports.mjs';

const prefixes = process.argv.slice(2);
const { evidence, problems } = checkSpec();
for (const item of evidence) {
  const wanted =
    prefixes.length === 0 || prefixes.some((prefix) => item.rule.id.startsWith(prefix));
  if (wanted) console.log(describeEvidence(item));
}
console.log(`\n${summarizeSpec(evidence)}`);
for (const { report } of [UNIT_REPORT, SIMULATION_REPORT, BROWSER_REPORT]) {
  if (!existsSync(report)) console.log(`No results at ${report}: run npm test first.`);
}
for (const problem of problems) console.error(`✗ ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
