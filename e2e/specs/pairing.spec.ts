import { hourlyContent } from '../fixtures/school-content.js';
import { ScreenPage } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

it('[BIND-5, BIND-6] a TV on the bare address is paired by its code, and stays so over a power cut', async ({
  server,
  admin,
  school,
  startBrowser,
}, info) => {
  await admin.publish(school.id, hourlyContent('Given a screen'));
  const first = await startBrowser();
  const tv = new ScreenPage(first.page);
  await first.page.goto(server.url);
  const code = await tv.pairingCode();
  await first.page.screenshot({ path: info.outputPath('pairing.png') });
  await expect(first.page.getByText(new URL(server.url).host)).toBeVisible();

  await admin.pair(code, school);
  await expect(tv.notices).toContainText('Given a screen');
  await tv.untilOfflineReady();
  expect(first.page.url()).toBe(`${server.url}/screen`);

  await first.cutPower();
  await server.kill();
  const second = await startBrowser();
  await second.context.setOffline(true);
  const again = new ScreenPage(second.page);
  await second.page.goto(`${server.url}/screen`);
  await expect(again.notices).toContainText('Given a screen');
});

it('[BIND-2] a TV whose screen belongs to another takes it over by its code', async ({
  server,
  admin,
  school,
  startBrowser,
}) => {
  await admin.publish(school.id, hourlyContent('For one device'));
  const owner = await fetch(`${server.url}/api/display/snapshot`, {
    headers: { authorization: `Bearer ${school.screenToken}`, 'x-display-device': 'another-tv' },
  });
  expect(owner.status).toBe(200);

  const browser = await startBrowser();
  const tv = new ScreenPage(browser.page);
  await tv.open(server.url, school.screenToken);
  const code = await tv.pairingCode();
  await expect(
    browser.page.getByRole('heading', { name: 'Shown on another device' }),
  ).toBeVisible();
  await admin.pair(code, school);
  await expect(tv.notices).toContainText('For one device');

  // Its address still has the old token.
  await tv.untilOfflineReady();
  await browser.page.reload();
  await expect(tv.notices).toContainText('For one device');
});
