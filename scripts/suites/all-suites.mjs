import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { buildSuite } from './build-suite.mjs';
import { commandSuite } from './command-suite.mjs';
import { fileSizes } from './file-sizes.mjs';
import { reportSuite } from './report-suite.mjs';
import { ARTIFACTS, BROWSER_REPORT, SIMULATION_REPORT, UNIT_REPORT } from './reports.mjs';
import { specSuite } from './spec-suite.mjs';
import { readVitestReport } from './vitest-report.mjs';

const BOUNDARY_TESTS = 'scripts/boundaries';
const SIMULATIONS = 'e2e/simulation';
const DOCS_TESTS = 'scripts/docs';

/**
 * Every suite of `npm test`, in order: quick checks before slow ones, the browser last, when
 * nothing else competes for the processor.
 * @type {readonly import('./suite.mjs').Suite[]}
 */
export const ALL_SUITES = [
  buildSuite,
  commandSuite({ name: 'types', budgetMs: 120_000, needsBuild: true }, [
    typesOf('tsconfig.tests.json'),
    typesOf('e2e/tsconfig.json'),
    typesOf('examples/tsconfig.json'),
    typesOf('scripts/tsconfig.json'),
    typesOf('packages/server/public/tsconfig.json'),
  ]),
  commandSuite({ name: 'lint', budgetMs: 120_000 }, [
    {
      title: 'biome',
      run: [tool('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '--colors=off'],
    },
  ]),
  vitestSuite({ name: 'boundaries', budgetMs: 120_000 }, [BOUNDARY_TESTS], {
    report: join(ARTIFACTS, 'boundaries.json'),
    read: readVitestReport,
  }),
  commandSuite({ name: 'unused', budgetMs: 120_000 }, [
    { title: 'knip', run: [tool('knip/bin/knip.js'), '--no-progress'] },
  ]),
  fileSizes,
  commandSuite({ name: 'bundle', budgetMs: 60_000, needsBuild: true }, [
    { title: 'size-limit', run: [tool('size-limit/bin.js')], notes: /\S/ },
  ]),
  vitestSuite(
    { name: 'unit', budgetMs: 1_200_000, needsBuild: true, needsSystemPrograms: true },
    [BOUNDARY_TESTS, SIMULATIONS, DOCS_TESTS].flatMap((path) => ['--exclude', `${path}/**`]),
    UNIT_REPORT,
  ),
  vitestSuite(
    { name: 'docs', budgetMs: 600_000, needsBuild: true, needsSystemPrograms: true },
    [DOCS_TESTS],
    { report: join(ARTIFACTS, 'docs.json'), read: readVitestReport },
  ),
  vitestSuite({ name: 'simulation', budgetMs: 600_000 }, [SIMULATIONS], SIMULATION_REPORT),
  commandSuite({ name: 'bench', budgetMs: 300_000, needsBuild: true }, [
    { title: 'bench', run: [join(ROOT, 'e2e/bench/bench.mjs')], notes: /\S/ },
  ]),
  reportSuite(
    { name: 'browser', budgetMs: 2_700_000, needsBuild: true, needsSystemPrograms: true },
    {
      run: [join(ROOT, 'e2e/node_modules/@playwright/test/cli.js'), 'test'],
      cwd: join(ROOT, 'e2e'),
      ...BROWSER_REPORT,
    },
  ),
  specSuite,
];

/** @param {string} project @returns {import('./command-suite.mjs').Command} */
function typesOf(project) {
  return { title: project, run: [tool('typescript/bin/tsc'), '--noEmit', '-p', project] };
}

/**
 * @param {Omit<import('./suite.mjs').Suite, 'run'>} suite
 * @param {readonly string[]} args
 * @param {import('./report-suite.mjs').Report} report
 */
function vitestSuite(suite, args, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report.report}`];
  const run = [tool('vitest/vitest.mjs'), 'run', ...reporters, ...args];
  return reportSuite(suite, { run, ...report });
}

/** @param {string} path */
function tool(path) {
  return join(ROOT, 'node_modules', path);
}
