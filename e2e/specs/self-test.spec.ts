import type { Locator, Page } from '@playwright/test';
import { INSECURE_HOST, INSECURE_HOST_FLAG } from '../fixtures/chromium.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

/** The probes of a socket that nobody answers take ten seconds. */
const TESTED_MS = 25_000;

function outcome(page: Page, finding: string): Locator {
  return page.locator(`#self-test [data-finding="${finding}"]`);
}

async function pressOk(page: Page): Promise<void> {
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('Enter');
}

it('[P-1] five OKs show the self-test over the screen: a blocked socket is told, and the screen returns', async ({
  admin,
  school,
  openScreen,
}, info) => {
  await admin.publish(school.id, hourlyContent('Hello'));
  const { browser, screen } = await openScreen({
    prepare: ({ page }) => page.routeWebSocket('**/ws/display', () => undefined),
  });
  const { page } = browser;
  await screen.untilOfflineReady();
  await pressOk(page);
  await expect(outcome(page, 'socket')).toBeVisible({ timeout: TESTED_MS });
  await page.screenshot({ path: info.outputPath('self-test.png') });
  for (const [finding, expected] of Object.entries({
    server: 'reachable',
    socket: 'blocked',
    path: 'clean',
    clock: 'right',
    restart: 'device',
    storage: 'worker',
    engine: 'current',
    scripts: 'drawn',
  })) {
    await expect(outcome(page, finding)).toHaveAttribute('data-outcome', expected);
  }
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#self-test button').nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#self-test')).toHaveCount(0);
  await expect(screen.notices).toContainText('Hello');
  expect(browser.consoleErrors.filter((text) => text.includes('Content Security'))).toEqual([]);
});

it('[P-1] the self-test opens by its address with the server away, says so in the school’s language, and leaves by itself', async ({
  server,
  admin,
  school,
  openScreen,
}, info) => {
  await admin.publish(school.id, hourlyContent('Hello', 'ar-SA'));
  const { browser, screen } = await openScreen();
  const { page } = browser;
  await screen.untilOfflineReady();
  await server.kill();
  await page.clock.install({ time: Date.now() });
  await page.goto(`${server.url}/screen/self-test#${school.screenToken}`);
  await expect(outcome(page, 'server')).toHaveAttribute('data-outcome', 'unreachable', {
    timeout: TESTED_MS,
  });
  await expect(outcome(page, 'socket')).toHaveAttribute('data-outcome', 'untested');
  await expect(page.locator('#self-test[lang="ar"][dir="rtl"]')).toHaveCount(1);
  await expect(outcome(page, 'restart')).toHaveAttribute('data-outcome', 'device');
  expect(new URL(page.url()).pathname).toBe('/screen');
  await page.screenshot({ path: info.outputPath('server-away.png') });
  await page.clock.runFor(5 * 60_000);
  await expect(page.locator('#self-test')).toHaveCount(0);
  await expect(page.getByText('Hello').first()).toBeVisible();
});

it('[P-1, STORE-8] on plain http, five OKs show it too, from the browser’s cache with the server away', async ({
  server,
  admin,
  school,
  openScreen,
}, info) => {
  const where = { origin: `http://${INSECURE_HOST}:${server.port}`, flags: [INSECURE_HOST_FLAG] };
  await admin.publish(school.id, hourlyContent('Hello'));
  const { browser, screen } = await openScreen(where);
  const { page } = browser;
  await expect(screen.notices).toContainText('Hello');
  await pressOk(page);
  for (const [finding, expected] of Object.entries({
    server: 'reachable',
    path: 'plain',
    socket: 'open',
    restart: 'cache',
    storage: 'database',
    sound: 'untested',
    scripts: 'drawn',
  })) {
    const found = outcome(page, finding);
    await expect(found).toHaveAttribute('data-outcome', expected, { timeout: TESTED_MS });
  }
  await page.screenshot({ path: info.outputPath('plain-http.png') });
  await page.keyboard.press('Escape');
  await expect(page.locator('#self-test')).toHaveCount(0);
  await page.locator('html[data-snapshot-stored="true"]').waitFor({ state: 'attached' });
  await browser.cutPower();
  await server.kill();

  const { browser: later, screen: restarted } = await openScreen(where);
  await expect(restarted.notices).toContainText('Hello');
  await pressOk(later.page);
  await expect(outcome(later.page, 'server')).toHaveAttribute('data-outcome', 'unreachable', {
    timeout: TESTED_MS,
  });
  await expect(outcome(later.page, 'scripts')).toHaveAttribute('data-outcome', 'drawn');
});
