import { INSECURE_HOST, INSECURE_HOST_FLAG } from '../fixtures/chromium.js';
import { test as it } from '../fixtures/release-test.js';
import { bellContent } from '../fixtures/school-content.js';
import { ShellOnDevice } from '../fixtures/shell-on-device.js';
import { expect } from '../fixtures/test.js';

/** The page looks at its start, and for a quiet moment every 10 s; the rest is for a busy machine. */
const UPDATE_MS = 40_000;

it.describe.configure({ timeout: 180_000 });

it('[STORE-8] on plain http the shell restarts from the browser’s cache, and updates itself', async ({
  server,
  admin,
  school,
  releases,
  openScreen,
}, info) => {
  const where = { origin: `http://${INSECURE_HOST}:${server.port}`, flags: [INSECURE_HOST_FLAG] };
  await admin.publish(school.id, bellContent('Kept by the browser', 360));
  const first = await openScreen(where);
  await expect(first.screen.notices).toContainText('Kept by the browser');
  expect(await first.browser.page.evaluate(() => isSecureContext)).toBe(false);
  await first.browser.page
    .locator('html[data-snapshot-stored="true"]')
    .waitFor({ state: 'attached' });
  await first.browser.cutPower();
  await server.kill();

  const second = await openScreen(where);
  const shell = new ShellOnDevice(second.browser.page);
  await shell.running(releases.first);
  await expect(second.screen.notices).toContainText('Kept by the browser');
  await second.browser.page.screenshot({ path: info.outputPath('from-the-cache.png') });
  await second.browser.cutPower();

  releases.release('second');
  await server.start();
  const third = await openScreen(where);
  await new ShellOnDevice(third.browser.page).running(releases.first);
  await expect(third.browser.page.locator('html[data-build="second"]')).toBeAttached({
    timeout: UPDATE_MS,
  });
  await expect(third.screen.notices).toContainText('Kept by the browser');
  await third.browser.cutPower();
  await server.kill();

  const fourth = await openScreen(where);
  await new ShellOnDevice(fourth.browser.page).running('second');
  await expect(fourth.screen.notices).toContainText('Kept by the browser');
});
