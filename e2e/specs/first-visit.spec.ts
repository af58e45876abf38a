import { countColours } from '../fixtures/pixels.js';
import { hourLabel, hourlyContent } from '../fixtures/school-content.js';
import { utcHour } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

it('[SNAP-5, TIME-2] a first visit paints today’s day', async ({
  admin,
  school,
  openScreen,
}, info) => {
  await admin.publish(school.id, hourlyContent('Science fair after lesson 6'));
  const { browser, screen } = await openScreen();

  await expect(screen.notices).toContainText('Science fair after lesson 6');
  await expect
    .poll(async () => (await screen.now.textContent()) === hourLabel(utcHour()))
    .toBe(true);
  await expect(screen.dayPlan.getByRole('listitem').first()).toBeVisible();
  await expect(browser.page.getByRole('heading', { name: 'Riverside School' })).toBeVisible();

  const picture = await browser.page.screenshot({ path: info.outputPath('first-visit.png') });
  expect(await countColours(browser.context, picture)).toBeGreaterThan(8);
});

it('[SEC-2] the shipped policy holds, and nothing on the page breaks it', async ({
  admin,
  school,
  openScreen,
}) => {
  await admin.publish(school.id, hourlyContent('<img src=x onerror=alert(1)>'));
  let policy = '';
  const { browser, screen } = await openScreen({
    prepare: async ({ page }) => {
      page.on('response', (response) => {
        if (response.url().includes('/screen')) {
          policy = response.headers()['content-security-policy'] ?? '';
        }
      });
    },
  });

  await expect.poll(() => policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  await expect(screen.notices).toContainText('<img src=x onerror=alert(1)>');
  await screen.untilOfflineReady();
  expect(browser.consoleErrors).toEqual([]);
});

it('[HTTP-3] the token is in no address that leaves the browser', async ({
  server,
  admin,
  school,
  openScreen,
}) => {
  await admin.publish(school.id, hourlyContent('Hello'));
  const addresses: string[] = [];
  const { browser, screen } = await openScreen({
    prepare: async ({ page }) => {
      page.on('request', (request) => addresses.push(request.url()));
      page.on('websocket', (socket) => addresses.push(socket.url()));
    },
  });
  await screen.untilLive();

  expect(addresses.filter((address) => !address.includes('/screen#')).join('\n')).not.toContain(
    school.screenToken,
  );
  expect(server.log).not.toContain(school.screenToken);
  // It stays where a power cut leaves it.
  expect(browser.page.url()).toContain(`#${school.screenToken}`);
});
