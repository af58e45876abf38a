import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { readPlaywrightReport } from './playwright-report.mjs';
import { readVitestReport } from './vitest-report.mjs';

/** What the last run of the tests left behind; read again by `npm run spec`. */
export const ARTIFACTS = join(ROOT, 'artifacts');

export const UNIT_REPORT = { report: join(ARTIFACTS, 'unit.json'), read: readVitestReport };

export const SIMULATION_REPORT = {
  report: join(ARTIFACTS, 'simulation.json'),
  read: readVitestReport,
};

/** Where `e2e/playwright.config.ts` writes it. */
export const BROWSER_REPORT = {
  report: join(ARTIFACTS, 'browser.json'),
  read: readPlaywrightReport,
};
