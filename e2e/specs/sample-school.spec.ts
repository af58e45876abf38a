import { SAMPLE_BELL, sampleContent } from '../fixtures/sample-content.js';
import { hourlyContent } from '../fixtures/school-content.js';
import type { ScreenPage } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

/** One second and the spread of a school with one screen, with room for a busy machine (P-2). */
const LIVE_MS = 4_000;

it('[P-2, SNAP-5] a school of 40 classes is on the wall as soon as a small one', async ({
  admin,
  school,
  openScreen,
}, info) => {
  await admin.upload(school.id, SAMPLE_BELL);
  await admin.publish(school.id, hourlyContent('Small'));
  const { screen } = await openScreen();
  await screen.untilLive();

  /** Publishes, and waits until it is painted. @returns how long that took, in ms. */
  const publish = async (content: object, isPainted: (screen: ScreenPage) => Promise<void>) => {
    const startedAt = performance.now();
    await admin.publish(school.id, content);
    await isPainted(screen);
    return performance.now() - startedAt;
  };
  const shows = (text: string) => async (shown: ScreenPage) =>
    expect(shown.page.getByText(text).first()).toBeVisible({ timeout: LIVE_MS });

  const smallMs = await publish(hourlyContent('Still small'), shows('Still small'));
  const largeMs = await publish(sampleContent('Northbank School'), shows('Northbank School'));
  const ratio = (largeMs / smallMs).toFixed(1);
  info.annotations.push({
    type: 'measured',
    description: `publish to painted: ${largeMs.toFixed(0)} ms for 40 classes, ${ratio} × a small school's`,
  });
  await info.attach('the wall', { body: await screen.page.screenshot(), contentType: 'image/png' });
  expect(largeMs).toBeLessThan(LIVE_MS);
  // What is on the wall is the sample's own Tuesday: cover, by its names.
  await expect(screen.page.getByText(/^Lesson [12]$/).first()).toBeVisible();
});
