import { expect, test as it } from '../fixtures/test.js';

it('[PAGE-2] a browser that is too old recommends what would help, at once and in its language', async ({
  server,
  school,
  startBrowser,
}, info) => {
  const { page } = await startBrowser();
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'ResizeObserver');
    Object.defineProperty(navigator, 'language', { value: 'fr-FR' });
  });
  await page.goto(`${server.url}/screen#${school.screenToken}`);
  const notice = page.locator('#unsupported');
  await expect(notice).toContainText('une clé de streaming');
  await expect(notice).toHaveCSS('opacity', '1');
  await page.screenshot({ path: info.outputPath('below-the-floor.png') });
});
