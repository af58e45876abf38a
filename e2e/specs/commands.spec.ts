import { bellContent } from '../fixtures/school-content.js';
import { ScreenPage } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

it('[WS-2] identify shows the name of the screen, reload loads its page anew', async ({
  server,
  admin,
  school,
  startBrowser,
}, info) => {
  await admin.publish(school.id, bellContent('Hello', 360));
  const { page } = await startBrowser();
  const screen = new ScreenPage(page);
  await screen.open(server.url, school.screenToken);
  await expect(screen.notices).toContainText('Hello');
  await screen.untilLive();
  const commands = `/schools/${school.id}/screens/${school.screenId}/commands`;

  expect((await admin.send('POST', commands, { name: 'identify' })).status).toBe(202);
  await expect(page.getByRole('heading', { name: 'Main hall', exact: true })).toBeVisible();
  await page.screenshot({ path: info.outputPath('identify.png') });

  const loaded = page.waitForEvent('load');
  expect((await admin.send('POST', commands, { name: 'reload' })).status).toBe(202);
  await loaded;
  await expect(screen.notices).toContainText('Hello');
});
