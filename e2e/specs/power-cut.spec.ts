import { countColours } from '../fixtures/pixels.js';
import { hourLabel, hourlyContent } from '../fixtures/school-content.js';
import { ScreenPage, utcHour } from '../fixtures/screen-page.js';
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
  startBrowser,
}, info) => {
  await admin.publish(school.id, hourlyContent('Before the cut'));
  const first = await startBrowser();
  const visited = new ScreenPage(first.page);
  await visited.open(server.url, school.screenToken);
  await visited.untilOfflineReady();
  const onlineMs = await firstPaintMs(visited);

  await first.cutPower();
  await server.kill();

  const second = await startBrowser();
  await second.context.setOffline(true);
  const screen = new ScreenPage(second.page);
  await screen.open(server.url, school.screenToken);
  await expect(screen.notices).toContainText('Before the cut');
  await expect
    .poll(async () => (await screen.now.textContent()) === hourLabel(utcHour()))
    .toBe(true);
  const picture = await second.page.screenshot({ path: info.outputPath('offline-boot.png') });
  expect(await countColours(second.context, picture)).toBeGreaterThan(8);

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
  startBrowser,
}, info) => {
  await admin.publish(school.id, hourlyContent('Before the cut'));
  const first = await startBrowser();
  const visited = new ScreenPage(first.page);
  await visited.open(server.url, school.screenToken);
  await visited.untilOfflineReady();
  await first.cutPower();
  await server.kill();

  const second = await startBrowser();
  const screen = new ScreenPage(second.page);
  // The page's own clock, moved by hand to the next lesson's start. It starts early in this hour.
  const hourStartMs = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  const hour = new Date(hourStartMs).getUTCHours();
  await second.page.clock.install({ time: Math.max(Date.now(), hourStartMs + 60_000) });
  await screen.open(server.url, school.screenToken);
  await expect(screen.notices).toContainText('Before the cut');

  const nextStartMs = hourStartMs + HOUR_MS;
  await second.page.clock.pauseAt(nextStartMs - 5_000);
  await second.page.clock.runFor(1_000);
  await expect(screen.now).toHaveText(hourLabel(hour));
  await second.page.clock.runFor(6_000);
  await expect(screen.now).toHaveText(hourLabel(hour + 1));
  await second.page.screenshot({ path: info.outputPath('next-lesson.png') });
});

it('[P-2, SRV-5] the server returns with a newer revision: painted within one poll', async ({
  server,
  admin,
  school,
  startBrowser,
}) => {
  await admin.publish(school.id, hourlyContent('Before the cut'));
  const first = await startBrowser();
  const visited = new ScreenPage(first.page);
  await visited.open(server.url, school.screenToken);
  await visited.untilOfflineReady();
  await first.cutPower();
  await admin.publish(school.id, hourlyContent('While it was dark'));
  await server.kill();

  const second = await startBrowser();
  const screen = new ScreenPage(second.page);
  await screen.open(server.url, school.screenToken);
  await expect(screen.notices).toContainText('Before the cut');

  await server.start();
  await expect(screen.notices).toContainText('While it was dark', { timeout: RETURN_MS });
});
