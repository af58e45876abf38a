import { INSECURE_HOST, INSECURE_HOST_FLAG } from '../fixtures/chromium.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

it('[UPD-1, SEC-2] speaks the language of the school, and still does without a network', async ({
  server,
  admin,
  school,
  openScreen,
}) => {
  await admin.publish(school.id, hourlyContent('Fête', 'fr-FR'));
  const first = await openScreen();
  await expect(first.browser.page.getByRole('region', { name: 'Maintenant' })).toBeVisible();
  await first.screen.untilOfflineReady();
  expect(first.browser.consoleErrors).toEqual([]);
  await first.browser.cutPower();
  await server.kill();

  // The worker has every language, so that the next publish may change it.
  const { browser } = await openScreen({ prepare: ({ context }) => context.setOffline(true) });
  await expect(browser.page.getByRole('region', { name: 'Maintenant' })).toBeVisible();
  await expect(browser.page.locator('.hb')).toHaveAttribute('lang', 'fr-FR');
  const stored = await browser.page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => /^hallboard-shell-/.test(name));
    const opened = await Promise.all(names.map((name) => caches.open(name)));
    const keys = await Promise.all(opened.map((cache) => cache.keys()));
    return keys.flat().filter(({ url }) => url.endsWith('.json')).length;
  });
  expect(stored).toBe(5);
});

it('[STORE-1] on plain http the browser’s own cache has the language', async ({
  server,
  admin,
  school,
  openScreen,
}) => {
  const options = { origin: `http://${INSECURE_HOST}:${server.port}`, flags: [INSECURE_HOST_FLAG] };
  await admin.publish(school.id, hourlyContent('Fest', 'de-DE'));
  const first = await openScreen(options);
  await expect(first.browser.page.getByRole('region', { name: 'Jetzt' })).toBeVisible();
  await first.browser.page.reload();

  await expect(first.browser.page.getByRole('region', { name: 'Jetzt' })).toBeVisible();
  const transferred = await first.browser.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/assets\/de-.*\.json$/.test(name))
      .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.transferSize : -1)),
  );
  expect(transferred).toEqual([0]);
});
