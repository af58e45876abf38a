import { APPS_ALLOWED, test as it } from '../fixtures/app-test.js';
import type { TvPlatform } from '../fixtures/packaged-app.js';
import { countColours } from '../fixtures/pixels.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { ScreenPage } from '../fixtures/screen-page.js';
import { expect } from '../fixtures/test.js';

/** One second and the spread of a school with one screen, with room for a busy machine (P-2). */
const LIVE_MS = 4_000;
/** A start may take a while before it says what it waits for. */
const CALM_MS = 25_000;
/** The probes of a socket that nobody answers take ten seconds. */
const TESTED_MS = 25_000;
const PLATFORMS: readonly TvPlatform[] = ['tizen', 'webos'];

for (const platform of PLATFORMS) {
  it(`[P-1, P-2, SEC-2, SEC-3] ${platform}: the app paints, hears of changes, and starts from the TV after a power cut`, async ({
    server,
    admin,
    school,
    startBrowser,
    install,
  }, info) => {
    await admin.publish(school.id, hourlyContent('From the app', 'ar-SA'));
    const app = await install(platform);
    const address = `${app.url}#${school.screenToken}`;
    const first = await startBrowser();
    await first.page.goto(address);
    const body = first.page.locator('body');
    await expect(body).toContainText('From the app');
    // From the catalogue inside of its script, in the fonts beside it.
    await expect(body).toContainText('الآن');
    await expect
      .poll(() =>
        first.page.evaluate(() =>
          Array.from(document.fonts).some(
            ({ family, status }) => family.includes('Hallboard Arabic') && status === 'loaded',
          ),
        ),
      )
      .toBe(true);
    await new ScreenPage(first.page).untilLive();
    await admin.publish(school.id, hourlyContent('At once', 'ar-SA'));
    await expect(body).toContainText('At once', { timeout: LIVE_MS });
    await new ScreenPage(first.page).untilOfflineReady();
    expect(first.consoleErrors).toEqual([]);

    await first.cutPower();
    await server.kill();
    const { page, context } = await startBrowser();
    await page.goto(address);
    await expect(page.locator('body')).toContainText('At once');
    const picture = await page.screenshot({ path: info.outputPath('offline-boot.png') });
    expect(await countColours(context, picture)).toBeGreaterThan(8);
    const found = await page.evaluate(async () => ({
      storage: document.documentElement.dataset.storage,
      workers: 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null,
    }));
    expect(found).toEqual({ storage: 'database', workers: false });
  });
}

it('[P-1, BIND-5, BIND-6] an app whose first start has no network waits calmly, is paired by its code, and stays so', async ({
  server,
  admin,
  school,
  startBrowser,
  install,
}, info) => {
  await admin.publish(school.id, hourlyContent('Given a screen'));
  const app = await install('tizen');
  await server.kill();
  const first = await startBrowser();
  const tv = new ScreenPage(first.page);
  await first.page.goto(app.url);
  await expect(first.page.getByRole('heading')).toHaveText('Waiting for the network', {
    timeout: CALM_MS,
  });
  await first.page.screenshot({ path: info.outputPath('first-start-offline.png') });

  await server.start(APPS_ALLOWED);
  const code = await tv.pairingCode();
  await expect(first.page.getByText(`localhost:${server.port}/pair`)).toBeVisible();
  await admin.pair(code, school);
  await expect(tv.notices).toContainText('Given a screen');
  await tv.untilOfflineReady();

  await first.cutPower();
  await server.kill();
  const second = await startBrowser();
  await second.page.goto(app.url);
  await expect(new ScreenPage(second.page).notices).toContainText('Given a screen');
});

it('[P-1] five OKs show the self-test inside of the app: tier 1 over plain http', async ({
  admin,
  school,
  startBrowser,
  install,
}, info) => {
  await admin.publish(school.id, hourlyContent('Hello'));
  const app = await install('webos');
  const { page, consoleErrors } = await startBrowser();
  await page.goto(`${app.url}#${school.screenToken}`);
  await new ScreenPage(page).untilOfflineReady();
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('Enter');
  const outcome = (finding: string) => page.locator(`#self-test [data-finding="${finding}"]`);
  await expect(outcome('socket')).toBeVisible({ timeout: TESTED_MS });
  await page.screenshot({ path: info.outputPath('self-test.png') });
  for (const [finding, expected] of Object.entries({
    server: 'reachable',
    socket: 'open',
    path: 'plain',
    clock: 'right',
    restart: 'device',
    storage: 'database',
    scripts: 'drawn',
  })) {
    await expect(outcome(finding)).toHaveAttribute('data-outcome', expected);
  }
  await page.keyboard.press('Escape');
  await expect(new ScreenPage(page).notices).toContainText('Hello');
  expect(consoleErrors).toEqual([]);
});
