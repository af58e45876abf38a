import { weeklyContent, weeklyLabel } from '../fixtures/school-content.js';
import { expect, test as it } from '../fixtures/test.js';
import { turnClock } from '../fixtures/wrong-clock.js';

const DAY_MS = 24 * 3_600_000;
/** A wake's spread, and the time of the requests (POLL-6). */
const RETURN_MS = 10_000 + 6_000;
const NO_TIME = 'Waiting for the time';

it.describe.configure({ timeout: 120_000 });

const WRONG = [
  { what: 'ahead', errorMs: DAY_MS },
  { what: 'behind', errorMs: -DAY_MS },
];

for (const { what, errorMs } of WRONG) {
  it(`[P-5, TIME-1] the clock is a day ${what}: the right lesson, also after a power cut offline`, async ({
    server,
    admin,
    school,
    openScreen,
  }, info) => {
    await admin.publish(school.id, weeklyContent('Week'));
    const first = await openScreen({ prepare: ({ context }) => turnClock(context, errorMs) });
    await expect
      .poll(async () => (await first.screen.hero.textContent()) === weeklyLabel(Date.now()))
      .toBe(true);
    await first.screen.untilOfflineReady();
    await first.browser.cutPower();
    await server.kill();

    const { browser, screen } = await openScreen({
      prepare: ({ context }) => turnClock(context, errorMs),
    });
    await expect
      .poll(async () => (await screen.hero.textContent()) === weeklyLabel(Date.now()))
      .toBe(true);
    await browser.page.screenshot({ path: info.outputPath(`day-${what}.png`) });
  });
}

it('[TIME-1, P-5] a clock that lost a day in the power cut: the last scene without countdown, until there is a sample', async ({
  server,
  admin,
  school,
  openScreen,
}, info) => {
  await admin.publish(school.id, weeklyContent('Week'));
  const first = await openScreen();
  const before = weeklyLabel(Date.now());
  await first.screen.untilOfflineReady();
  await expect(first.screen.countdown).toBeVisible();
  const after = weeklyLabel(Date.now());
  await first.browser.cutPower();
  await server.kill();

  const { browser, screen } = await openScreen({
    prepare: ({ context }) => turnClock(context, -DAY_MS),
  });
  await expect(browser.page.getByText(NO_TIME)).toBeVisible();
  expect([before, after]).toContain(await screen.hero.textContent());
  await expect(screen.countdown).toHaveCount(0);
  await browser.page.screenshot({ path: info.outputPath('last-known.png') });

  await server.start();
  await expect(browser.page.getByText(NO_TIME)).toHaveCount(0, { timeout: RETURN_MS + 50_000 });
  await expect(screen.countdown).toBeVisible();
  await expect
    .poll(async () => (await screen.hero.textContent()) === weeklyLabel(Date.now()))
    .toBe(true);
});

it('[TIME-1, P-5] a clock that gained a day in the power cut: put right by the first sample', async ({
  admin,
  school,
  openScreen,
}) => {
  await admin.publish(school.id, weeklyContent('Week'));
  const first = await openScreen();
  await first.screen.untilOfflineReady();
  await first.browser.cutPower();

  const { browser, screen } = await openScreen({
    prepare: async ({ context }) => {
      await turnClock(context, DAY_MS);
      await context.setOffline(true);
    },
  });
  await expect(browser.page.getByText(/(Offline|Time not confirmed)/)).toBeVisible();
  await browser.context.setOffline(false);
  await expect
    .poll(async () => (await screen.hero.textContent()) === weeklyLabel(Date.now()), {
      timeout: RETURN_MS,
    })
    .toBe(true);
});
