import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';

/** A wake's spread, and the time of the requests (POLL-6). */
const RETURN_MS = 10_000 + 6_000;
const POLL_MS = 45_000 + 6_000;

it('[P-1, STORE-2, POLL-6] a power cut in the middle of a refresh: the old snapshot, then the new one', async ({
  admin,
  school,
  network,
  openScreen,
}, info) => {
  await admin.publish(school.id, hourlyContent('Before the cut'));
  const first = await openScreen({ origin: network.url });
  await first.screen.untilOfflineReady();

  network.fault = { kind: 'half-sent', path: '/api/display/snapshot' };
  await admin.publish(school.id, hourlyContent('Half sent'));
  await expect.poll(() => network.brokenAnswers, { timeout: POLL_MS }).toBe(1);
  await expect(first.screen.notices).toContainText('Before the cut');
  await first.browser.cutPower();

  const { browser, screen } = await openScreen({
    origin: network.url,
    prepare: ({ context }) => context.setOffline(true),
  });
  await expect(screen.notices).toContainText('Before the cut');
  await browser.page.screenshot({ path: info.outputPath('after-the-cut.png') });

  network.fault = { kind: 'none' };
  await browser.context.setOffline(false);
  await expect(screen.notices).toContainText('Half sent', { timeout: RETURN_MS });
});
