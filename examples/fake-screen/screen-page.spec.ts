import { fileURLToPath } from 'node:url';
import { expect, test as it } from '@playwright/test';
import { build, preview } from 'vite';
import type {} from './page.js';

/** A school's own test of its own page: no Hallboard server, no waiting, and any disaster at will. */
it('our page says what an alert says, and goes on when the network is gone', async ({
  page,
}, info) => {
  const config = {
    root: fileURLToPath(new URL('./', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: { outDir: info.outputPath('site') },
    preview: { host: '127.0.0.1', port: 0 },
  } as const;
  await build(config);
  const site = await preview(config);
  try {
    await page.goto(site.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction(() => document.querySelector('hallboard-screen')?.player);
    await page.evaluate(() => window.fake?.clock.advance(15_000));
    await expect(page.locator('#notice')).toHaveText('All is well');
    await expect(page.locator('hallboard-screen')).toContainText('Riverside School');

    await page.evaluate(() => {
      const { clock, server, link } = window.fake ?? {};
      const startsAt = clock?.timeline.nowMs ?? 0;
      const alert = {
        id: 'a',
        kind: 'weather',
        title: 'School closes at noon',
      } as const;
      server?.publish((snapshot) => ({
        ...snapshot,
        alerts: [{ ...alert, groups: [], startsAt, expiresAt: startsAt + 3_600_000, drill: false }],
      }));
      clock?.advance(5_000);
      link?.goDown();
      clock?.advance(600_000);
    });
    await expect(page.locator('#notice')).toHaveText('School closes at noon');
    await expect(page.locator('hallboard-screen')).toContainText('School closes at noon');
  } finally {
    await site.close();
  }
});
