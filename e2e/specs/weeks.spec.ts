import type { Page } from '@playwright/test';
import { expect, test as it } from '../fixtures/test.js';

declare global {
  interface Window {
    locks?: string[];
  }
}

/** Writes down what the browser granted. */
const WATCH_LOCKS = `
  window.locks = [];
  const { request } = WakeLock.prototype;
  WakeLock.prototype.request = function (kind) {
    const lock = request.call(this, kind);
    lock.then(() => window.locks.push(kind), (error) => window.locks.push(String(error)));
    return lock;
  };
`;

/** Counts a page's starts, under a clock that the test moves. */
async function countStarts(page: Page): Promise<() => number> {
  let starts = 0;
  page.on('domcontentloaded', () => {
    starts += 1;
  });
  await page.clock.install({ time: Date.now() });
  return () => starts;
}

it('[UPD-4] keeps the screen awake, starts anew after a day when school is out, and when it does not paint', async ({
  openScreen,
}) => {
  let starts = (): number => 0;
  const { browser, screen } = await openScreen({
    prepare: async ({ page }) => {
      await page.addInitScript(WATCH_LOCKS);
      starts = await countStarts(page);
    },
  });
  const { page } = browser;
  /** Lets minutes pass, until the page has started so often. */
  const pass = async (minutes: number, untilStarts = Number.POSITIVE_INFINITY): Promise<void> => {
    for (let passed = 0; passed < minutes && starts() < untilStarts; passed += 1) {
      await page.clock.fastForward(60_000);
    }
  };
  await screen.untilOfflineReady();
  await expect.poll(() => page.evaluate(() => window.locks)).toEqual(['screen']);
  await pass(70);
  await page.clock.fastForward('18:40:00');
  expect(starts()).toBe(1);
  await pass(70, 2);
  await expect.poll(starts).toBe(2);

  // Once: the page that came is left alone, until it does not paint any more.
  await screen.untilOfflineReady();
  await pass(70);
  expect(starts()).toBe(2);
  await page.evaluate(() => {
    const fail = () => {
      throw new Error('nothing can be painted any more');
    };
    document.createElement = fail;
    document.createElementNS = fail;
    Object.defineProperty(CharacterData.prototype, 'data', { set: fail });
  });
  await pass(8, 3);
  await expect.poll(starts).toBe(3);
});

it('[UPD-4, P-1] does not start anew where the browser has dropped the shell and the server is away', async ({
  openScreen,
  server,
}) => {
  let starts = (): number => 0;
  const { browser, screen } = await openScreen({
    prepare: async ({ page }) => {
      starts = await countStarts(page);
    },
  });
  const { page } = browser;
  await screen.untilOfflineReady();
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await server.kill();
  await page.clock.fastForward('19:50:00');
  // Longer than the spread of a fleet, in hours of which most are out of school.
  for (let minutes = 0; minutes < 150; minutes += 1) await page.clock.fastForward(60_000);
  await expect(page.locator('html[data-connection="offline"]')).toBeAttached();
  expect(starts()).toBe(1);

  await server.start();
  for (let minutes = 0; minutes < 150 && starts() < 2; minutes += 1) {
    await page.clock.fastForward(60_000);
  }
  await expect.poll(starts).toBe(2);
});
