import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { readReport } from '../suites/report-suite.mjs';
import { BROWSER_REPORT, SIMULATION_REPORT, UNIT_REPORT } from '../suites/reports.mjs';
import { judgeSpec } from './judge-spec.mjs';
import { judgeProof, parseProof } from './proof.mjs';
import { parseRules } from './rules.mjs';

/**
 * Judges SPEC.md by the results that the last run of the tests left.
 * @returns {ReturnType<typeof judgeSpec>}
 */
export function checkSpec() {
  const spec = readFileSync(join(ROOT, 'SPEC.md'), 'utf8');
  const { rules, problems } = parseRules(spec);
  const runs = [
    ...readReport(UNIT_REPORT),
    ...readReport(SIMULATION_REPORT),
    ...readReport(BROWSER_REPORT),
  ];
  const verdict = judgeSpec(rules, runs);
  const promises = rules.map(({ id }) => id).filter((id) => id.startsWith('P-'));
  const unproven = judgeProof(promises, parseProof(spec), runs);
  return { ...verdict, problems: [...problems, ...verdict.problems, ...unproven] };
}
