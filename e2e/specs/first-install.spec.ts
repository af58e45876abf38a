import { expect, test as it } from '../fixtures/test.js';

it('[UPD-1, P-1] a shell of which a file is missing at first is stored the next time', async ({
  openScreen,
}) => {
  let missed = 0;
  const { browser, screen } = await openScreen({
    prepare: async ({ page, context }) => {
      await page.clock.install({ time: Date.now() });
      await context.route('**/assets/fr-*.json', async (route) => {
        missed += 1;
        return missed > 1 ? route.continue() : route.abort();
      });
    },
  });
  await expect.poll(() => missed).toBe(1);
  await expect
    .poll(async () => {
      await browser.page.clock.fastForward('30:00');
      return missed;
    })
    .toBe(2);
  await screen.untilOfflineReady();
});

it('[UPD-1, P-1] a shell that the browser has dropped is stored again while the page runs', async ({
  openScreen,
}) => {
  const { browser, screen } = await openScreen({
    prepare: async ({ page }) => {
      await page.clock.install({ time: Date.now() });
    },
  });
  const { page, context } = browser;
  await screen.untilOfflineReady();
  const shells = (): Promise<number> =>
    page.evaluate(async () => (await caches.keys()).filter((name) => /shell-/.test(name)).length);
  expect(await shells()).toBe(1);
  const tools = await context.newCDPSession(page);
  await tools.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'service_workers,cache_storage',
  });
  expect(await shells()).toBe(0);
  await expect
    .poll(async () => {
      await page.clock.fastForward('30:00');
      return shells();
    })
    .toBe(1);
});
