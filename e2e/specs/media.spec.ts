import type { Page } from '@playwright/test';
import { noisePng } from '../fixtures/noise-png.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

/** More than one request's worth of it, so that a cut falls between two. */
const WIDTH = 800;
const PICTURE = noisePng(WIDTH, 600);
/** Downloads begin spread over 30 s (P-4); then a second and a half for each part. */
const SHOWN_WITHIN_MS = 45_000;

it.describe.configure({ timeout: 3 * SHOWN_WITHIN_MS });

/** The width of the picture that is on the screen; 0 while there is none. */
async function shownWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const image = document.querySelector<HTMLImageElement>('img[src^="blob:"]');
    return image?.complete ? image.naturalWidth : 0;
  });
}

it('[STORE-4, HTTP-8] a picture is shown from the device, also after a power cut with no network', async ({
  admin,
  server,
  school,
  openScreen,
}, info) => {
  const file = await admin.upload(school.id, PICTURE);
  const media = [{ id: 'm1', kind: 'image', file, title: 'Noise', durationMs: 10_000 }];
  await admin.publish(school.id, { ...hourlyContent('With a picture'), media });
  const first = await openScreen();
  await first.screen.untilOfflineReady();
  await expect.poll(() => shownWidth(first.browser.page), { timeout: SHOWN_WITHIN_MS }).toBe(WIDTH);
  await first.browser.cutPower();
  await server.kill();

  const { browser, screen } = await openScreen({
    prepare: ({ context }) => context.setOffline(true),
  });
  await expect(screen.notices).toContainText('With a picture');
  await expect.poll(() => shownWidth(browser.page), { timeout: SHOWN_WITHIN_MS }).toBe(WIDTH);
  await browser.page.screenshot({ path: info.outputPath('picture-offline.png') });
});

it('[STORE-4, P-1] a power cut in the middle of a download: text at once, and the picture when it is whole', async ({
  admin,
  school,
  network,
  openScreen,
}, info) => {
  const file = await admin.upload(school.id, PICTURE);
  const media = [{ id: 'm1', kind: 'image', file, durationMs: 10_000 }];
  await admin.publish(school.id, { ...hourlyContent('Text first'), media });
  network.fault = { kind: 'half-sent', path: '/api/display/media/' };
  const first = await openScreen({ origin: network.url });
  await expect(first.screen.notices).toContainText('Text first');
  await first.screen.untilOfflineReady();
  await expect.poll(() => network.brokenAnswers, { timeout: SHOWN_WITHIN_MS }).toBe(1);
  expect(await shownWidth(first.browser.page)).toBe(0);
  await first.browser.cutPower();

  network.fault = { kind: 'none' };
  const { browser, screen } = await openScreen({ origin: network.url });
  await expect(screen.notices).toContainText('Text first');
  await expect.poll(() => shownWidth(browser.page), { timeout: SHOWN_WITHIN_MS }).toBe(WIDTH);
  await browser.page.screenshot({ path: info.outputPath('picture-whole.png') });
});
