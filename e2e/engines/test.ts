import { PlainBrowser } from '../fixtures/plain-browser.js';
import { tempDir } from '../fixtures/temp-dir.js';
import { test as base } from '../fixtures/test.js';
import { unpackEngine } from './unpack-engine.js';

interface Fixtures {
  /** Starts an old engine; every start is on the same profile. */
  readonly startOld: (engine: string) => Promise<PlainBrowser>;
}

/** The browser tests' `test`, with browsers of years ago. */
export const test = base.extend<Fixtures>({
  startOld: async ({}, use) => {
    const profile = tempDir('old-profile');
    const started: PlainBrowser[] = [];
    await use(async (engine) => {
      const browser = await PlainBrowser.start(unpackEngine(engine), profile.path);
      started.push(browser);
      return browser;
    });
    for (const browser of started) await browser.cutPower();
    profile.remove();
  },
});

export { expect } from '@playwright/test';
