import { qrOnScreen } from '../fixtures/read-qr.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { ScreenPage } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

it('[BIND-5] a phone that reads the QR code leads to the page that connects the screen', async ({
  server,
  admin,
  school,
  startBrowser,
}, info) => {
  await admin.publish(school.id, hourlyContent('Connected by phone'));
  const { page, context } = await startBrowser();
  const tv = new ScreenPage(page);
  await page.goto(server.url);
  const code = (await tv.pairingCode()).replace(' ', '');
  await page.screenshot({ path: info.outputPath('pairing.png') });

  const phone = await context.newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  const read = await qrOnScreen(page.locator('.hb-qr'), phone);
  expect(read).toBe(`${server.url}/pair#${code}`);

  await phone.goto(String(read));
  await expect(phone.getByLabel('Code on the screen')).toHaveValue(code);
  await phone.getByLabel("Administrator's key").fill('hb_not-the-key');
  await phone.getByRole('button', { name: 'Show screens' }).click();
  await expect(phone.getByRole('status')).toContainText('no administrator key');

  await phone.getByLabel("Administrator's key").fill(server.adminKey);
  await phone.getByRole('button', { name: 'Show screens' }).click();
  await phone.getByLabel('Main hall').check();
  await phone.screenshot({ path: info.outputPath('phone.png') });
  await phone.getByRole('button', { name: 'Connect' }).click();
  await expect(phone.getByRole('status')).toContainText('Connected. It shows Main hall');
  await expect(tv.notices).toContainText('Connected by phone');
});
