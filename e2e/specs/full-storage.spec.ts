import type { BrowserContext, Page } from '@playwright/test';
import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

const LIVE_MS = 4_000;

/** No space at all for the origin, from before anything there is opened. */
async function exhaustQuota(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const tools = await context.newCDPSession(page);
  await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
}

/** Fills what the quota does not govern. */
function fillLocalStorage(): void {
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    try {
      localStorage.setItem(`filler-${size}`, 'x'.repeat(size));
    } catch {
      // The next smaller piece may yet fit.
    }
  }
}

function isInLocalStorage(text: string): boolean {
  return Object.values(localStorage).some((value: string) => value.includes(text));
}

const CASES = [
  { where: 'but in localStorage', fill: undefined, survives: 'Publish 3' },
  { where: 'anywhere', fill: fillLocalStorage, survives: 'Stored before' },
];

for (const { where, fill, survives } of CASES) {
  it(`[P-1, P-2, STORE-2] no space is left ${where}: fresh, and the next boot has what was stored`, async ({
    server,
    admin,
    school,
    openScreen,
  }, info) => {
    await admin.publish(school.id, hourlyContent('Stored before'));
    const first = await openScreen();
    await first.screen.untilOfflineReady();
    await first.browser.quit();

    const full = await openScreen({
      prepare: ({ context, page }) => exhaustQuota(context, page, server.url),
    });
    await full.screen.untilLive();
    if (fill !== undefined) await full.browser.page.evaluate(fill);
    for (const text of ['Publish 1', 'Publish 2', 'Publish 3']) {
      await admin.publish(school.id, hourlyContent(text));
      await expect(full.screen.notices).toContainText(text, { timeout: LIVE_MS });
    }
    await expect(full.browser.page.locator('html[data-storage="local-storage"]')).toBeAttached();
    await full.browser.page.screenshot({ path: info.outputPath('fresh.png') });
    if (survives === 'Publish 3')
      await full.browser.page.waitForFunction(isInLocalStorage, survives);
    await full.browser.quit();
    await server.kill();

    const { browser, screen } = await openScreen();
    await expect(screen.notices).toContainText(survives);
    await browser.page.screenshot({ path: info.outputPath('next-boot.png') });
  });
}
