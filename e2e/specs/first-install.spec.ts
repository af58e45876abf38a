import { expect, test as it } from '../fixtures/test.js';

it('[UPD-1, P-1] a shell of which a file is missing at first is stored the next time', async ({
  openScreen,
}) => {
  let missed = 0;
  const { browser } = await openScreen({
    prepare: async ({ page, context }) => {
      await page.clock.install({ time: Date.now() });
      await context.route('**/assets/fr-*.json', async (route) => {
        missed += 1;
        return missed > 1 ? route.continue() : route.abort();
      });
    },
  });
  await expect.poll(() => missed).toBe(1);
  const { page } = browser;
  // A jump amid a read or a write of the device's storage is one that took half an hour.
  await page.locator('html[data-snapshot-stored="true"]').waitFor({ state: 'attached' });
  await expect(page.locator('html[data-offline-ready="false"]')).toBeAttached();
  await expect
    .poll(
      async () => {
        await page.clock.fastForward('30:00');
        return page.locator('html[data-offline-ready="true"]').count();
      },
      { intervals: [2_000], timeout: 30_000 },
    )
    .toBe(1);
  expect(missed).toBe(2);
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
  // The page may start anew with its new worker meanwhile.
  await expect(async () => {
    await page.clock.fastForward('30:00');
    expect(await shells()).toBe(1);
  }).toPass({ intervals: [2_000], timeout: 30_000 });
});
