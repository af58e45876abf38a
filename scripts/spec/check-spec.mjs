import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { readReport } from '../suites/report-suite.mjs';
import { BROWSER_REPORT, SIMULATION_REPORT, UNIT_REPORT } from '../suites/reports.mjs';
import { judgeSpec } from './judge-spec.mjs';
import { parseRules } from './rules.mjs';

/**
 * Judges SPEC.md by the results that the last run of the tests left.
 * @returns {ReturnType<typeof judgeSpec>}
 */
export function checkSpec() {
  const { rules, problems } = parseRules(readFileSync(join(ROOT, 'SPEC.md'), 'utf8'));
  const runs = [UNIT_REPORT, SIMULATION_REPORT, BROWSER_REPORT].flatMap(readReport);
  const verdict = judgeSpec(rules, runs);
  return { ...verdict, problems: [...problems, ...verdict.problems] };
}
