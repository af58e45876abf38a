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

it('[BIND-5] one of forty screens is found by its name, and connected without scrolling', async ({
  server,
  admin,
  school,
  startBrowser,
}) => {
  for (let room = 40; room > 1; room -= 1) {
    await admin.send('POST', `/schools/${school.id}/screens`, { name: `Room ${room}` });
  }
  const waiting = async (device: string) => {
    const headers = { authorization: `Bearer ${device.repeat(43)}` };
    const path = `${server.url}/api/display/pairings`;
    const answer: { code: string } = await (await fetch(path, { method: 'POST', headers })).json();
    return answer.code;
  };
  const { page } = await startBrowser();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.url}/pair#${await waiting('a')}`);
  await page.getByLabel("Administrator's key").fill(server.adminKey);
  await page.getByRole('button', { name: 'Show screens' }).click();
  const connect = page.getByRole('button', { name: 'Connect' });
  await expect(connect).toBeInViewport({ ratio: 1 });
  await expect(page.getByLabel("Administrator's key")).toBeHidden();
  await expect(page.locator('.choice:visible')).toHaveCount(40);
  // As people count, and not as they were added.
  expect((await page.locator('#screens .choice').allTextContents()).slice(0, 4)).toEqual([
    'Main hall',
    'Room 2',
    'Room 3',
    'Room 4',
  ]);

  await connect.click();
  await expect(page.getByRole('status')).toHaveText('Choose which screen it is.');
  await page.getByLabel('Find by name').fill('room 17');
  await expect(page.locator('.choice:visible')).toHaveCount(1);
  await page.getByLabel('Room 17').check();
  await connect.click();
  await expect(page.getByRole('status')).toContainText('Connected. It shows Room 17');

  // The next one, from the same page.
  await page.getByLabel('Code on the screen').fill(await waiting('b'));
  await page.getByLabel('Room 40').check();
  await connect.click();
  await expect(page.getByRole('status')).toContainText('Connected. It shows Room 40');
});

it('[BIND-5] one of more screens than are listed at once is found by the server', async ({
  server,
  admin,
  school,
  startBrowser,
}) => {
  for (let room = 1; room <= 201; room += 1) {
    await admin.send('POST', `/schools/${school.id}/screens`, { name: `Room ${room}` });
  }
  const headers = { authorization: `Bearer ${'c'.repeat(43)}` };
  const path = `${server.url}/api/display/pairings`;
  const { code } = await (await fetch(path, { method: 'POST', headers })).json();
  const { page } = await startBrowser();
  await page.goto(`${server.url}/pair#${code}`);
  await page.getByLabel("Administrator's key").fill(server.adminKey);
  await page.getByRole('button', { name: 'Show screens' }).click();
  await expect(page.locator('.choice:visible')).toHaveCount(200);
  await expect(page.getByText('There are more')).toBeVisible();

  const find = page.getByLabel('Find by name');
  for (const room of ['Room 200', 'Room 201']) {
    await find.fill(room.toUpperCase());
    await expect(page.locator('#screens .choice')).toHaveText([room]);
    await expect(page.getByText('There are more')).toBeHidden();
  }
  await page.getByLabel('Room 201').check();
  // What is chosen stays in sight, whatever is looked for then.
  await find.fill('room 17');
  await expect(page.locator('.choice:visible')).toHaveCount(12);
  await expect(page.locator('#screens .choice').first()).toHaveText('Room 201');
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('status')).toContainText('Connected. It shows Room 201');
  await expect(page.locator('#screens input:checked')).toHaveCount(0);
});
