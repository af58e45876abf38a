import { test as base } from '../fixtures/app-test.js';
import type { DrivenPage } from '../fixtures/driven-page.js';
import { tempDir } from '../fixtures/temp-dir.js';

import type { StartEngine } from './engines.js';
import { StepLog } from './step-log.js';

interface Fixtures {
  /** Starts an engine; every start is on the same profile. */
  readonly startEngine: (start: StartEngine) => Promise<DrivenPage>;
  readonly steps: StepLog;
}

/** The browser tests' `test`, with TVs' apps, and engines that Playwright does not drive. */
export const test = base.extend<Fixtures>({
  startEngine: async ({}, use) => {
    const profile = tempDir('engine-profile');
    const started: DrivenPage[] = [];
    await use(async (start) => {
      const page = await start(profile.path);
      started.push(page);
      return page;
    });
    for (const page of started) await page.cutPower();
    profile.remove();
  },
  steps: async ({}, use) => {
    const steps = new StepLog();
    await use(steps);
    steps.end();
  },
});

export { expect } from '@playwright/test';
