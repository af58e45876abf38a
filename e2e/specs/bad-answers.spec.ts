import type { Fault } from '../fixtures/broken-proxy.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { ScreenPage } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

const POLL_MS = 45_000 + 6_000;
const FAULTS: readonly Fault[] = [{ kind: 'portal' }, { kind: 'truncated' }];

for (const fault of FAULTS) {
  it(`[POLL-5, P-1] a ${fault.kind} answer is a failed refresh: the screen keeps what it shows`, async ({
    admin,
    school,
    network,
    openScreen,
  }) => {
    await admin.publish(school.id, hourlyContent('Kept'));
    const { browser, screen } = await openScreen({ origin: network.url });
    await expect(screen.notices).toContainText('Kept');

    network.fault = fault;
    await admin.publish(school.id, hourlyContent('Mended'));
    await expect.poll(() => network.brokenAnswers, { timeout: POLL_MS }).toBeGreaterThan(0);
    await browser.page.locator('html[data-connection="offline"]').waitFor({ state: 'attached' });
    await expect(screen.notices).toContainText('Kept');

    network.fault = { kind: 'none' };
    await expect(screen.notices).toContainText('Mended', { timeout: POLL_MS });
  });
}

it('[HTTP-5] an unknown token: the screen says so and never shows an error page', async ({
  server,
  startBrowser,
}, info) => {
  const browser = await startBrowser();
  const screen = new ScreenPage(browser.page);
  await screen.open(server.url, 'A'.repeat(43));
  await expect(browser.page.getByText('This screen is not known')).toBeVisible();
  await browser.page.screenshot({ path: info.outputPath('unknown-screen.png') });
});
