import type { Page } from '@playwright/test';
import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

declare global {
  interface Window {
    /** What has shifted since the page began, as the classes or texts of what moved. */
    shifts?: string[];
  }
}

async function observeShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    window.shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources = [] } = entry as PerformanceEntry & {
          readonly sources?: readonly { readonly node?: Node }[];
        };
        const moved = sources.map(({ node }) =>
          node instanceof Element ? `.${node.className}` : (node?.textContent ?? ''),
        );
        shifts.push(moved.join(', '));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

for (const [locale, fonts] of [
  ['en-GB', /inter-latin-[47]00/],
  ['tr-TR', /inter-latin-ext-[47]00/],
  ['ar-SA', /arabic-[47]00/],
] as const) {
  it(`a first visit without a cache: nothing shifts when the fonts of ${locale} have come`, async ({
    admin,
    school,
    openScreen,
  }, info) => {
    const notice = {
      'en-GB': 'Science fair',
      'tr-TR': 'Değişiklik: İş ağacı',
      'ar-SA': 'معرض العلوم',
    };
    await admin.publish(school.id, hourlyContent(notice[locale], locale));
    const fetched: string[] = [];
    const { browser } = await openScreen({
      prepare: async ({ page }) => {
        page.on('response', (response) => fetched.push(response.url()));
        await observeShifts(page);
      },
    });
    const { page } = browser;
    await expect(page.getByText(notice[locale]).first()).toBeVisible();
    await expect(page.locator('.is-held')).toHaveCount(0);
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    await info.attach('first visit', { body: await page.screenshot(), contentType: 'image/png' });
    // They came over the network: this visit had none.
    expect(fetched.filter((url) => fonts.test(url)).length).toBeGreaterThanOrEqual(2);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}
