import { copyProfile } from '../fixtures/profile-files.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { tempDir } from '../fixtures/temp-dir.js';
import { expect, test as it } from '../fixtures/test.js';

const COPIES = 3;
/** Enough that each copy is taken among writes. */
const PUBLISHES_PER_COPY = 3;
const PUBLISH_MS = 60_000;
/** A title that fills a few disk blocks, so that it can be torn. */
const PADDING = ' and so on'.repeat(8);

it.describe.configure({ timeout: 180_000 });

it('[P-1, STORE-2] profiles copied while the browser was writing: each boots to a verified snapshot', async ({
  server,
  admin,
  school,
  profile,
  openScreen,
}, info) => {
  let published = 0;
  const publish = async (): Promise<void> => {
    published += 1;
    await admin.publish(school.id, hourlyContent(`Publish ${published}${PADDING}`));
  };
  await publish();
  const { browser, screen } = await openScreen();
  await screen.untilOfflineReady();
  await screen.untilLive();

  let isOver = false;
  const stream = (async () => {
    while (!isOver) await publish();
  })();
  const copies: { readonly dir: ReturnType<typeof tempDir>; readonly published: number }[] = [];
  for (let copy = 1; copy <= COPIES; copy += 1) {
    const from = published + PUBLISHES_PER_COPY;
    await expect
      .poll(() => published, { intervals: [20], timeout: PUBLISH_MS })
      .toBeGreaterThan(from);
    const dir = tempDir('copy');
    copyProfile(profile, dir.path);
    copies.push({ dir, published });
  }
  isOver = true;
  await stream;
  await browser.cutPower();
  await server.kill();

  const shown: string[] = [];
  for (const { dir, published: latest } of copies) {
    const booted = await openScreen({ profile: dir.path });
    await expect(booted.screen.notices).toContainText(/Publish \d+ and so on/);
    const number = Number(/\d+/.exec((await booted.screen.notices.textContent()) ?? '')?.[0]);
    expect(number).toBeLessThanOrEqual(latest);
    await booted.browser.page.screenshot({ path: info.outputPath(`copy-${shown.length}.png`) });
    await booted.browser.close();
    dir.remove();
    shown.push(`${number} of ${latest}`);
  }
  info.annotations.push({ type: 'measured', description: `shown: ${shown.join(', ')}` });
});
