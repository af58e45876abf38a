import type { Page } from '@playwright/test';
import { type DatabaseDamage, damageDatabase } from '../fixtures/profile-files.js';
import { hourlyContent } from '../fixtures/school-content.js';
import type { ScreenPage } from '../fixtures/screen-page.js';
import { test as base, expect, type OpenedScreen } from '../fixtures/test.js';

/** A wake's spread, and the time of the requests (POLL-6). */
const RETURN_MS = 10_000 + 6_000;
/** What Chromium sees, and starts an empty database for. */
const DAMAGES: readonly DatabaseDamage[] = ['deleted', 'overwritten'];

/** Whether the device's database holds a snapshot with this text. */
function databaseHolds(page: Page, database: string, text: string): Promise<boolean> {
  return page.evaluate(
    ([name, part]) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const values = opening.result.transaction('keyval').objectStore('keyval').getAll();
          values.onerror = () => reject(values.error);
          values.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(values.result).includes(part));
          };
        };
      }),
    [database, text] as const,
  );
}

/** Resolves once the player has noted that the database did not open on so many boots. */
async function untilFailed(page: Page, boots: number): Promise<void> {
  await page.waitForFunction(
    (count) => localStorage.getItem('hallboard/database')?.includes(`"failures":${count}`),
    boots,
  );
}

/** The network is back: what is published then is shown, and the database has it. */
async function untilHealed(screen: ScreenPage, database = 'hallboard'): Promise<void> {
  await screen.page.context().setOffline(false);
  await expect(screen.notices).toContainText('Healed', { timeout: RETURN_MS });
  await expect.poll(() => databaseHolds(screen.page, database, 'Healed')).toBe(true);
}

interface BrokenDevice {
  /** The device has shown and kept "The last one", and is off; "Healed" was published since. */
  readonly hasKept: undefined;
  /** Its next start, without a network, on which it shows what it has kept. */
  readonly startOffline: (
    name: string,
    prepare?: (opened: OpenedScreen['browser']) => Promise<unknown>,
  ) => Promise<OpenedScreen>;
}

const it = base.extend<BrokenDevice>({
  hasKept: async ({ admin, school, openScreen }, use) => {
    await admin.publish(school.id, hourlyContent('The last one'));
    const { browser, screen } = await openScreen();
    await screen.untilOfflineReady();
    await browser.quit();
    await admin.publish(school.id, hourlyContent('Healed'));
    await use(undefined);
  },
  startOffline: async ({ openScreen }, use, info) =>
    use(async (name, prepare) => {
      const opened = await openScreen({
        prepare: async (browser) => {
          await prepare?.(browser);
          await browser.context.setOffline(true);
        },
      });
      await expect(opened.screen.notices).toContainText('The last one');
      await opened.browser.page.screenshot({ path: info.outputPath(`${name}.png`) });
      return opened;
    }),
});

/** One of the two places is left: that rung is called `database`, whichever it is. */
function expectOneCopy({ page }: ScreenPage): Promise<void> {
  return expect(page.locator('html[data-storage="database"]')).toBeAttached();
}

for (const damage of DAMAGES) {
  it(`[P-1, STORE-7] IndexedDB ${damage} between boots: the worker's copy is shown, and it heals`, async ({
    hasKept: _,
    profile,
    startOffline,
  }) => {
    expect(damageDatabase(profile, damage)).toBeGreaterThan(2);
    const { screen } = await startOffline(damage);
    await untilHealed(screen);
  });
}

it('[P-1, STORE-7] IndexedDB beyond repair: the screen lives on the worker’s copy alone', async ({
  hasKept: _,
  profile,
  openScreen,
  startOffline,
}) => {
  expect(damageDatabase(profile, 'flipped')).toBeGreaterThan(2);
  const { browser, screen } = await startOffline('flipped');
  await expectOneCopy(screen);
  await browser.context.setOffline(false);
  await expect(screen.notices).toContainText('Healed', { timeout: RETURN_MS });
  await expect.poll(() => browser.page.evaluate(cacheHolds, 'Healed')).toBe(true);
  await browser.cutPower();

  const next = await openScreen({ prepare: ({ context }) => context.setOffline(true) });
  await expect(next.screen.notices).toContainText('Healed');
});

it('[P-1, STORE-3] IndexedDB blocked by another tab: the worker’s copy is shown within the limit', async ({
  hasKept: _,
  server,
  startOffline,
}) => {
  const { browser, screen } = await startOffline('blocked', async ({ context }) => {
    const blocker = await context.newPage();
    await blocker.goto(`${server.url}/healthz`);
    await blocker.evaluate(holdUpgrade);
  });
  await expectOneCopy(screen);

  // It ends as an upgrade does whose tab is closed.
  await browser.context.pages().at(-1)?.close();
  await untilHealed(screen);
});

it('[P-1, STORE-9] IndexedDB that opens on no boot: shown all the same, and replaced after two', async ({
  hasKept: _,
  startOffline,
}) => {
  const { browser, screen } = await startOffline('hangs', ({ context }) =>
    context.addInitScript(() => {
      const open = indexedDB.open.bind(indexedDB);
      // What never answers: a request that nobody carries out.
      indexedDB.open = (name, version) =>
        name === 'hallboard' ? (new EventTarget() as IDBOpenDBRequest) : open(name, version);
    }),
  );
  await expectOneCopy(screen);
  await untilFailed(browser.page, 1);
  await browser.page.reload();
  await expect(screen.notices).toContainText('The last one');
  await expectOneCopy(screen);
  await untilFailed(browser.page, 2);

  await browser.page.reload();
  await expect(screen.notices).toContainText('The last one');
  await expect(browser.page.locator('html[data-storage="worker-and-database"]')).toBeAttached();
  await untilHealed(screen, 'hallboard-2');
});

/** Whether the worker's cache holds a snapshot with this text. */
async function cacheHolds(text: string): Promise<boolean> {
  const cache = await caches.open('hallboard');
  const kept = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
  const texts = await Promise.all(kept.map((response) => response?.text()));
  return texts.some((found) => found?.includes(text));
}

/** Holds an upgrade of the player's database open, so that nobody else can open it. */
function holdUpgrade(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('hallboard', 99);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      const store = opening.transaction?.objectStore('keyval');
      const goOn = (): void => {
        const reading = store?.count();
        if (reading !== undefined) reading.onsuccess = goOn;
      };
      goOn();
      resolve();
    };
  });
}
