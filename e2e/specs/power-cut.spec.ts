import { countColours } from '../fixtures/pixels.js';
import { hourLabel, hourlyContent } from '../fixtures/school-content.js';
import { type ScreenPage, utcHour } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

const HOUR_MS = 3_600_000;
/** From the network's return to the new revision (P-2). */
const RETURN_MS = 66_000;

async function firstPaintMs(screen: ScreenPage): Promise<number> {
  return screen.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
}

it('[P-1, UPD-1, STORE-2] a power cut with no network: the last snapshot is painted at the next start', async ({
  server,
  admin,
  school,
  openScreen,
}, info) => {
  await admin.publish(school.id, hourlyContent('Before the cut'));
  const first = await openScreen();
  await first.screen.untilOfflineReady();
  const onlineMs = await firstPaintMs(first.screen);

  await first.browser.cutPower();
  await server.kill();

  const { browser, screen } = await openScreen({
    prepare: ({ context }) => context.setOffline(true),
  });
  await expect(screen.notices).toContainText('Before the cut');
  await expect
    .poll(async () => (await screen.now.textContent()) === hourLabel(utcHour()))
    .toBe(true);
  const picture = await browser.page.screenshot({ path: info.outputPath('offline-boot.png') });
  expect(await countColours(browser.context, picture)).toBeGreaterThan(8);

  const ratio = (await firstPaintMs(screen)) / onlineMs;
  info.annotations.push({
    type: 'measured',
    description: `cold offline boot to the painted scene: ${ratio.toFixed(2)} × a first online visit's first paint`,
  });
  expect(ratio).toBeLessThan(5);
});

it('[TIME-4, P-1] after a power cut the scene moves on by itself, with no network', async ({
  server,
  admin,
  school,
  openScreen,
}, info) => {
  await admin.publish(school.id, hourlyContent('Before the cut'));
  const first = await openScreen();
  await first.screen.untilOfflineReady();
  await first.browser.cutPower();
  await server.kill();

  // The page's own clock, moved by hand to the start of a lesson that is at least a minute away.
  const startMs = Math.ceil((Date.now() + 60_000) / HOUR_MS) * HOUR_MS;
  const hour = new Date(startMs).getUTCHours();
  const { browser, screen } = await openScreen({
    prepare: ({ page }) => page.clock.install({ time: Date.now() }),
  });
  await expect(screen.notices).toContainText('Before the cut');

  await browser.page.clock.pauseAt(startMs - 5_000);
  await browser.page.clock.runFor(1_000);
  await expect(screen.now).toHaveText(hourLabel(hour - 1));
  await browser.page.clock.runFor(6_000);
  await expect(screen.now).toHaveText(hourLabel(hour));
  await browser.page.screenshot({ path: info.outputPath('next-lesson.png') });
});

it('[P-2, SRV-5] the server returns with a newer revision: painted within one poll', async ({
  server,
  admin,
  school,
  openScreen,
}) => {
  await admin.publish(school.id, hourlyContent('Before the cut'));
  const first = await openScreen();
  await first.screen.untilOfflineReady();
  await first.browser.cutPower();
  await admin.publish(school.id, hourlyContent('While it was dark'));
  await server.kill();

  const { screen } = await openScreen();
  await expect(screen.notices).toContainText('Before the cut');

  await server.start();
  await expect(screen.notices).toContainText('While it was dark', { timeout: RETURN_MS });
});
