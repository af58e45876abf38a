import { defineConfig } from '@playwright/test';

/**
 * Specs start their own server and their own browser processes, since what they show is what
 * happens when those die. They run one at a time: several assert how soon something is painted.
 */
export default defineConfig({
  testMatch: ['specs', 'engines', 'leaks', 'gallery'].map((folder) => `${folder}/**/*.spec.ts`),
  outputDir: '../artifacts/browser',
  // One set: the browser is Debian's own, the fonts are the player's.
  snapshotPathTemplate: '{testDir}/gallery/pictures/{arg}{ext}',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../artifacts/browser.json' }]],
});
