import { bellContent } from '../fixtures/school-content.js';
import { heard, probeSound, tellSound } from '../fixtures/sound-probe.js';
import { expect, test as it } from '../fixtures/test.js';

const MINUTE_MS = 60_000;
/** Time enough to have the screen up before its bell. */
const SET_UP_MS = 25_000;
/** A second by the rule, and room for a busy machine. */
const ON_TIME_MS = 3_000;
/** After this, no bell is rung any more. */
const LATEST_MS = 30_000;

it('[TIME-3] [TIME-6] a kiosk that may play rings the bell of a slot once, also over a reload', async ({
  admin,
  school,
  openScreen,
}) => {
  it.setTimeout(180_000);
  const minutes = Math.ceil(SET_UP_MS / MINUTE_MS + (Date.now() % MINUTE_MS) / MINUTE_MS);
  const bellMs = Math.floor(Date.now() / MINUTE_MS + minutes) * MINUTE_MS;
  await admin.publish(school.id, bellContent('Hello', minutes));
  const path = `/schools/${school.id}/screens/${school.screenId}`;
  await admin.send('PATCH', path, { sound: { on: true, volume: 0.2 } });
  const { browser, screen } = await openScreen({
    flags: ['--autoplay-policy=no-user-gesture-required'],
    prepare: ({ page }) => probeSound(page),
  });
  const { page } = browser;
  await expect(page.locator('html')).toHaveAttribute('data-sound', 'audible');
  expect(await heard(page)).toEqual([]);

  await expect.poll(() => heard(page), { timeout: 100_000 }).toHaveLength(1);
  const [heardMs = 0] = await heard(page);
  expect(Math.abs(heardMs - bellMs)).toBeLessThan(ON_TIME_MS);

  await page.reload();
  await screen.untilLive();
  await expect(page.locator('html')).toHaveAttribute('data-sound', 'audible');
  expect(Date.now(), 'it is still time for the bell').toBeLessThan(bellMs + LATEST_MS);
  await expect.poll(() => Date.now(), { timeout: 40_000 }).toBeGreaterThan(bellMs + LATEST_MS);
  expect(await heard(page)).toEqual([]);
  expect(browser.consoleErrors).toEqual([]);
});

it('[TIME-6] a browser that wants a gesture first is known to be muted', async ({
  admin,
  school,
  openScreen,
}) => {
  await admin.publish(school.id, bellContent('Hello', 360));
  const path = `/schools/${school.id}/screens/${school.screenId}`;
  await admin.send('PATCH', path, { sound: { on: true, volume: 0.2 } });
  // A test that looks into the page counts as a gesture; so the page tells by itself.
  const told: string[] = [];
  await openScreen({
    flags: ['--autoplay-policy=document-user-activation-required'],
    prepare: async ({ page }) => {
      page.on('console', (message) => told.push(message.text()));
      await tellSound(page);
    },
  });
  await expect.poll(() => told).toContain('sound muted');
  expect(told).not.toContain('sound audible');
});
