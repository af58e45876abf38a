import { once } from 'node:events';
import { createServer } from 'node:http';
import { test as it } from '../fixtures/kiosk-test.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { ScreenPage } from '../fixtures/screen-page.js';
import { expect } from '../fixtures/test.js';

/** A few of the launcher's looks, one a second, on a busy machine. */
const LOOKS_MS = 30_000;
const HUNG_WITHIN_S = 5;

it('[P-1, UPD-4] a hung page ends the launcher and its browser, and the next start shows the day without a server', async ({
  server,
  admin,
  school,
  launch,
}, info) => {
  await admin.publish(school.id, hourlyContent('On the kiosk'));
  const url = `${server.url}/screen#${school.screenToken}`;
  const first = await launch(url, HUNG_WITHIN_S);
  const page = await first.page();
  const screen = new ScreenPage(page);
  await expect(screen.notices).toContainText('On the kiosk');
  await screen.untilOfflineReady();
  await expect.poll(() => first.heartbeats, { timeout: LOOKS_MS }).toBeGreaterThan(2);

  await page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
  expect(await first.ended()).toContain(`the page has not answered for ${HUNG_WITHIN_S} s`);
  await server.kill();

  const second = await launch(url, HUNG_WITHIN_S);
  const started = await second.page();
  await expect(new ScreenPage(started).notices).toContainText('On the kiosk');
  await started.screenshot({ path: info.outputPath('started-anew.png') });
});

it('a crashed page ends the launcher', async ({ server, admin, school, launch }) => {
  await admin.publish(school.id, hourlyContent('On the kiosk'));
  const launcher = await launch(`${server.url}/screen#${school.screenToken}`);
  const page = await launcher.page();
  await expect(new ScreenPage(page).notices).toContainText('On the kiosk');
  const tools = await page.context().newCDPSession(page);
  // Nobody is left to answer.
  void tools.send('Page.crash').catch(() => undefined);
  expect(await launcher.ended()).toContain('the page has crashed');
});

it('a server that is slow at the first start is waited for, and is no crash', async ({
  network,
  admin,
  school,
  launch,
}) => {
  await admin.publish(school.id, hourlyContent('At last'));
  network.fault = { kind: 'stalled', path: '/screen' };
  const url = `${network.url}/screen#${school.screenToken}`;
  const first = await launch(url, HUNG_WITHIN_S);
  await expect.poll(() => first.heartbeats, { timeout: LOOKS_MS }).toBeGreaterThan(1);
  expect(await first.ended()).toContain(`the page has not come within ${HUNG_WITHIN_S} s`);

  network.fault = { kind: 'none' };
  const second = await launch(url);
  await expect(new ScreenPage(await second.page()).notices).toContainText('At last');
});

it('an error page at the first start, of the browser or of a proxy, gives way to the screen', async ({
  server,
  admin,
  school,
  launch,
}) => {
  await admin.publish(school.id, hourlyContent('After the error'));
  await server.kill();
  const launcher = await launch(`${server.url}/screen#${school.screenToken}`);
  const page = await launcher.page();
  await expect.poll(() => page.url(), { timeout: LOOKS_MS }).toContain('chrome-error:');

  const proxy = createServer((_request, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
  }).listen(server.port, '127.0.0.1');
  await once(proxy, 'listening');
  await expect(page.getByText('502 Bad Gateway')).toBeVisible({ timeout: LOOKS_MS });
  proxy.close();
  proxy.closeAllConnections();
  await once(proxy, 'close');
  await server.start();
  await expect(new ScreenPage(page).notices).toContainText('After the error', {
    timeout: LOOKS_MS,
  });
  expect(launcher.hasEnded).toBe(false);
});
