/**
 * `npm test`: installs what is missing, then runs every suite, or those that are named, as in
 * `npm test -- lint unit`. The last line adds them all up.
 */
import './lib/require-node.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { installDependencies } from './lib/install.mjs';
import { elapsed } from './lib/step.mjs';
import { installSystemPrograms } from './lib/system-programs.mjs';
import { ALL_SUITES } from './suites/all-suites.mjs';
import { chooseSuites } from './suites/choose-suites.mjs';
import { ARTIFACTS, BROWSER_REPORT, SIMULATION_REPORT, UNIT_REPORT } from './suites/reports.mjs';
import { runSuites } from './suites/run-suites.mjs';
import { summary } from './suites/suite.mjs';

const startedAt = performance.now();
const result = await run(process.argv.slice(2));
console.log(`\nTook ${elapsed(startedAt)}.`);
console.log(summary(result));
process.exitCode = result.failed === 0 ? 0 : 1;

/** @param {readonly string[]} names none for all */
async function run(names) {
  try {
    const suites = chooseSuites(ALL_SUITES, names);
    await installDependencies();
    if (suites.some(({ needsSystemPrograms }) => needsSystemPrograms)) {
      await installSystemPrograms([
        'chromium',
        'redis-server',
        'curl',
        'openssl',
        'unzip',
        'binutils',
      ]);
    }
    mkdirSync(ARTIFACTS, { recursive: true });
    if (names.length === 0) forgetResults();
    return await runSuites(suites);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0, output: '' };
  }
}

/** So that the specification is judged by this run alone. */
function forgetResults() {
  for (const { report } of [UNIT_REPORT, SIMULATION_REPORT, BROWSER_REPORT]) {
    rmSync(report, { force: true });
  }
}
