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
