import { INSECURE_HOST, INSECURE_HOST_FLAG } from '../fixtures/chromium.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

const LIVE_MS = 4_000;

it('[STORE-1, SEC-2] on plain http, without a worker, updates are live and content boots from the database', async ({
  server,
  admin,
  school,
  openScreen,
}, info) => {
  const origin = `http://${INSECURE_HOST}:${server.port}`;
  await admin.publish(school.id, hourlyContent('Before'));
  const flags = [INSECURE_HOST_FLAG];
  const { browser: first, screen } = await openScreen({ origin, flags });
  await expect(screen.notices).toContainText('Before');
  expect(await first.page.evaluate(() => isSecureContext || 'serviceWorker' in navigator)).toBe(
    false,
  );
  await screen.untilLive();
  await admin.publish(school.id, hourlyContent('After'));
  await expect(screen.notices).toContainText('After', { timeout: LIVE_MS });
  await first.page.locator('html[data-storage="database"]').waitFor({ state: 'attached' });
  await first.page.locator('html[data-snapshot-stored="true"]').waitFor({ state: 'attached' });
  await first.cutPower();

  // The shell still comes from the server; the display API is out of order, the socket too.
  const { browser: second, screen: restarted } = await openScreen({
    origin,
    flags,
    prepare: ({ page }) => page.route('**/api/display/**', (route) => route.abort()),
  });
  await expect(restarted.notices).toContainText('After');
  await second.page.screenshot({ path: info.outputPath('insecure-boot.png') });
  const policyErrors = [...first.consoleErrors, ...second.consoleErrors].filter((text) =>
    text.includes('Content Security Policy'),
  );
  expect(policyErrors).toEqual([]);
});
