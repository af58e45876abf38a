import { BrokenProxy } from '../fixtures/broken-proxy.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { ScreenPage } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

/** One second and the spread of a school with one screen, with room for a busy machine (P-2). */
const LIVE_MS = 4_000;
/** The longest wait between two polls and the time of a request (P-2). */
const POLL_MS = 45_000 + 6_000;

it('[P-2, WS-5] a publish reaches the pixels through the socket', async ({
  server,
  admin,
  school,
  startBrowser,
}) => {
  await admin.publish(school.id, hourlyContent('Before'));
  const browser = await startBrowser();
  const screen = new ScreenPage(browser.page);
  await screen.open(server.url, school.screenToken);
  await expect(screen.notices).toContainText('Before');
  await screen.untilLive();
  const before = await screen.notices.screenshot();

  await admin.publish(school.id, hourlyContent('After'));
  await expect(screen.notices).toContainText('After', { timeout: LIVE_MS });
  expect((await screen.notices.screenshot()).equals(before)).toBe(false);
});

it('[P-2, P-3, POLL-3] with the socket blocked, a publish reaches the pixels by polling', async ({
  server,
  admin,
  school,
  startBrowser,
}) => {
  const proxy = await BrokenProxy.start(server.port);
  await admin.publish(school.id, hourlyContent('Before'));
  const browser = await startBrowser();
  const screen = new ScreenPage(browser.page);
  await screen.open(proxy.url, school.screenToken);
  await expect(screen.notices).toContainText('Before');
  await expect.poll(() => proxy.refusedUpgrades).toBeGreaterThan(0);
  const before = await screen.notices.screenshot();

  await admin.publish(school.id, hourlyContent('After'));
  await expect(screen.notices).toContainText('After', { timeout: POLL_MS });
  expect((await screen.notices.screenshot()).equals(before)).toBe(false);
  await proxy.stop();
});

it('[P-6] realtime switched off: the socket closes and polling goes on', async ({
  server,
  admin,
  school,
  startBrowser,
}) => {
  await admin.publish(school.id, hourlyContent('Before'));
  const browser = await startBrowser();
  const screen = new ScreenPage(browser.page);
  await screen.open(server.url, school.screenToken);
  await screen.untilLive();

  await admin.send('PUT', `/schools/${school.id}/flags/realtime`, { realtime: 'off' });
  await browser.page
    .locator('html[data-connection="polling"]')
    .waitFor({ state: 'attached', timeout: LIVE_MS });
  await admin.publish(school.id, hourlyContent('After'));
  await expect(screen.notices).toContainText('After', { timeout: POLL_MS });
});
