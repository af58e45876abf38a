import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

/** One second and the spread of a school with one screen, with room for a busy machine (P-2). */
const LIVE_MS = 4_000;
/** The longest wait between two polls and the time of a request (P-2). */
const POLL_MS = 45_000 + 6_000;

it('[P-2, WS-5] a publish reaches the pixels through the socket', async ({
  admin,
  school,
  openScreen,
}) => {
  await admin.publish(school.id, hourlyContent('Before'));
  const { screen } = await openScreen();
  await expect(screen.notices).toContainText('Before');
  await screen.untilLive();
  const before = await screen.notices.screenshot();

  await admin.publish(school.id, hourlyContent('After'));
  await expect(screen.notices).toContainText('After', { timeout: LIVE_MS });
  expect((await screen.notices.screenshot()).equals(before)).toBe(false);
});

it('[P-2, P-3, POLL-3] with the socket blocked, a publish reaches the pixels by polling', async ({
  admin,
  school,
  network,
  openScreen,
}) => {
  await admin.publish(school.id, hourlyContent('Before'));
  const { screen } = await openScreen({ origin: network.url });
  await expect(screen.notices).toContainText('Before');
  await expect.poll(() => network.refusedUpgrades).toBeGreaterThan(0);
  const before = await screen.notices.screenshot();

  await admin.publish(school.id, hourlyContent('After'));
  await expect(screen.notices).toContainText('After', { timeout: POLL_MS });
  expect((await screen.notices.screenshot()).equals(before)).toBe(false);
});

it('[P-6] realtime switched off: the socket closes and polling goes on', async ({
  admin,
  school,
  openScreen,
}) => {
  await admin.publish(school.id, hourlyContent('Before'));
  const { browser, screen } = await openScreen();
  await screen.untilLive();

  await admin.send('PUT', `/schools/${school.id}/flags/realtime`, { realtime: 'off' });
  await browser.page
    .locator('html[data-connection="polling"]')
    .waitFor({ state: 'attached', timeout: LIVE_MS });
  await admin.publish(school.id, hourlyContent('After'));
  await expect(screen.notices).toContainText('After', { timeout: POLL_MS });
});
