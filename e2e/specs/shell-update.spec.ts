import type { Page } from '@playwright/test';
import { BrokenProxy } from '../fixtures/broken-proxy.js';
import { test as it } from '../fixtures/release-test.js';
import { bellContent } from '../fixtures/school-content.js';
import { ScreenPage } from '../fixtures/screen-page.js';
import { ShellOnDevice } from '../fixtures/shell-on-device.js';
import { expect } from '../fixtures/test.js';

/** The page looks for a waiting worker every 10 s; the rest is for a busy machine. */
const UPDATE_MS = 40_000;
/** Twice the 20 s that a build has to paint, and what comes before. */
const ABANDON_MS = 90_000;

it.describe.configure({ timeout: 180_000 });

async function looksMs(page: Page): Promise<number> {
  return page.evaluate(() => performance.now() + 21_000);
}

it('[UPD-2] a new build waits while a bell is near, then takes over by one reload', async ({
  server,
  admin,
  school,
  releases,
  startBrowser,
}) => {
  await admin.publish(school.id, bellContent('Before the bell', 2));
  const { page } = await startBrowser();
  const screen = new ScreenPage(page);
  await screen.open(server.url, school.screenToken);
  await screen.untilOfflineReady();
  const shell = new ShellOnDevice(page);
  await shell.untilProven(releases.first);

  releases.release('second');
  await shell.lookForUpdate();
  await shell.untilNewer('waiting');
  // Time for two looks of the page, which see the bell that is to come.
  await page.waitForFunction((lookMs) => performance.now() > lookMs, await looksMs(page));
  await shell.untilNewer('waiting');
  await shell.running(releases.first);

  await admin.publish(school.id, bellContent('Nothing is near', 360));
  await expect(screen.notices).toContainText('Nothing is near');
  await expect(page.locator('html[data-build="second"]')).toBeAttached({ timeout: UPDATE_MS });
  await expect(screen.notices).toContainText('Nothing is near');
  await shell.untilProven('second');
  expect(shell.loads).toBe(1);
  // What came before is kept until then, and no longer (UPD-3).
  await expect
    .poll(() => shell.caches())
    .toEqual(['hallboard', 'hallboard-shell-second', 'hallboard-shells']);
});

it('[UPD-3] a build that does not paint on two boots is abandoned for the one before', async ({
  server,
  admin,
  school,
  releases,
  startBrowser,
}, info) => {
  await admin.publish(school.id, bellContent('Still here', 360));
  const first = await startBrowser();
  const screen = new ScreenPage(first.page);
  await screen.open(server.url, school.screenToken);
  await screen.untilOfflineReady();
  const shell = new ShellOnDevice(first.page);
  await shell.untilProven(releases.first);

  releases.release('broken', { isBroken: true });
  await shell.lookForUpdate();
  await expect(first.page.locator('html[data-build="broken"]')).toBeAttached({
    timeout: UPDATE_MS,
  });
  await expect(first.page.locator(`html[data-build="${releases.first}"]`)).toBeAttached({
    timeout: ABANDON_MS,
  });
  await expect(screen.notices).toContainText('Still here');
  expect(shell.loads).toBe(3);

  // It stays so over a power cut with no network, which the old build survives.
  await first.cutPower();
  await server.kill();
  const second = await startBrowser();
  const again = new ScreenPage(second.page);
  await again.open(server.url, school.screenToken);
  await new ShellOnDevice(second.page).running(releases.first);
  await expect(again.notices).toContainText('Still here');
  await second.page.screenshot({ path: info.outputPath('abandoned-build.png') });
});

it('[UPD-3] a new build is proven by a code too, where there is no scene to paint', async ({
  server,
  releases,
  startBrowser,
}) => {
  const { page } = await startBrowser();
  await page.goto(`${server.url}/screen`);
  const shell = new ShellOnDevice(page);
  await shell.untilProven(releases.first);

  releases.release('second');
  await shell.lookForUpdate();
  await expect(page.locator('html[data-build="second"]')).toBeAttached({ timeout: UPDATE_MS });
  await shell.untilProven('second');
  expect(shell.loads).toBe(1);
});

it('[P-1, UPD-2] a power cut in the middle of an update leaves the old build whole', async ({
  server,
  admin,
  school,
  releases,
  startBrowser,
}) => {
  await admin.publish(school.id, bellContent('Before the cut', 360));
  const proxy = await BrokenProxy.start(server.port);
  const first = await startBrowser();
  const visited = new ScreenPage(first.page);
  await visited.open(proxy.url, school.screenToken);
  await visited.untilOfflineReady();
  const before = new ShellOnDevice(first.page);
  await before.untilProven(releases.first);

  releases.release('second');
  proxy.fault = { kind: 'stalled', path: '/assets/index-second.js' };
  await before.lookForUpdate();
  await before.untilNewer('installing');
  await expect.poll(() => proxy.brokenAnswers).toBe(1);
  await first.cutPower();

  const second = await startBrowser();
  await second.context.setOffline(true);
  const screen = new ScreenPage(second.page);
  await screen.open(proxy.url, school.screenToken);
  const shell = new ShellOnDevice(second.page);
  await shell.running(releases.first);
  await expect(screen.notices).toContainText('Before the cut');

  proxy.fault = { kind: 'none' };
  await second.context.setOffline(false);
  await shell.lookForUpdate();
  await expect(second.page.locator('html[data-build="second"]')).toBeAttached({
    timeout: UPDATE_MS,
  });
  await expect(screen.notices).toContainText('Before the cut');
  await proxy.stop();
});

it('[UPD-3] the server can have the worker remove itself and the shell', async ({
  server,
  admin,
  school,
  startBrowser,
}) => {
  await admin.publish(school.id, bellContent('Without a worker', 360));
  const { page } = await startBrowser();
  const screen = new ScreenPage(page);
  await screen.open(server.url, school.screenToken);
  await screen.untilOfflineReady();
  await server.stop();
  await server.start({ SHELL_WORKER: 'remove' });

  const shell = new ShellOnDevice(page);
  const reloaded = page.waitForEvent('load');
  await shell.lookForUpdate();
  await reloaded;
  await expect(screen.notices).toContainText('Without a worker');
  // The page has registered it once more by then, and it has removed itself once more.
  await expect.poll(() => shell.isRegistered()).toBe(false);
  expect(await shell.caches()).toEqual(['hallboard']);
  expect(shell.loads).toBe(1);
  expect(page.url()).toBe(`${server.url}/screen#${school.screenToken}`);
});
