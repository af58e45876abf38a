import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

/** The first poll after a change, with room for a busy machine (POLL-2). */
const POLLED_MS = 25_000;
/** News is told within ten seconds, unless a refresh is under way. */
const REPORTED_MS = 25_000;
/** The longest wait between two tries so early, and what follows. */
const LOADED_MS = 90_000;

it.describe.configure({ timeout: 240_000 });

it('[PAGE-3, P-1, P-3] without its second script a screen shows the day and alerts, polls and reports; then it is whole', async ({
  admin,
  school,
  openScreen,
}, info) => {
  await admin.publish(school.id, hourlyContent('Before'));
  let isBlocked = true;
  let tries = 0;
  const { browser, screen } = await openScreen({
    prepare: async ({ page }) => {
      await page.route('**/assets/later-*.js', async (route) => {
        tries += 1;
        if (!isBlocked) return route.continue();
        // At first a captive portal answers, then nobody.
        if (tries > 1) return route.abort();
        return route.fulfill({ contentType: 'text/html', body: '<h1>Accept the terms</h1>' });
      });
    },
  });
  await expect(screen.notices).toContainText('Before');
  await admin.publish(school.id, hourlyContent('By polling'));
  await expect(screen.notices).toContainText('By polling', { timeout: POLLED_MS });
  await expect.poll(() => tries, { timeout: POLLED_MS }).toBeGreaterThan(1);
  await expect(browser.page.locator('html[data-connection="polling"]')).toBeAttached();
  const alert = { kind: 'lockdown', title: 'Stay where you are', lastsMs: 600_000 };
  const alertId = await admin.raise(school.id, alert);
  const { page } = browser;
  await expect(page.locator('.hb-alert h1')).toHaveText(alert.title, { timeout: POLLED_MS });
  await admin.endAlert(school.id, alertId);
  await expect(screen.notices).toBeVisible({ timeout: POLLED_MS });
  await expect.poll(() => admin.lastError(school), { timeout: REPORTED_MS }).toBe('later_script');
  await page.screenshot({ path: info.outputPath('without-second-script.png') });

  isBlocked = false;
  const whole = browser.page.locator('html[data-connection="live"][data-offline-ready="true"]');
  await expect(whole).toBeAttached({ timeout: LOADED_MS });
  await admin.publish(school.id, hourlyContent('By the socket'));
  await expect(screen.notices).toContainText('By the socket', { timeout: 4_000 });
});
