import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { minutesContent } from '../fixtures/school-content.js';
import { heard, heardFiles, probeSound } from '../fixtures/sound-probe.js';
import { expect, test as it } from '../fixtures/test.js';
import { toneWav } from '../fixtures/tone-wav.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** From a page's start to its bell: time enough to have the screen up, and to decode. */
const LEAD_MS = 20_000;
/** A second by the rule, and room for a busy machine. */
const ON_TIME_MS = 3_000;
const KINDS = ['period', 'break', 'other'] as const;
const MP3 = readFileSync(new URL('../../examples/sample-school/bell.mp3', import.meta.url));
const MP3_S = 2.6;
const WAV_S = 1.25;

/** The hashes of the sounds that are on the device. */
async function keptSounds(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const cache = await caches.open('hallboard-media');
    return (await cache.keys()).map(({ url }) => url.slice(-64));
  });
}

/** What a bad block does to a file. */
async function spoil(page: Page, hash: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const cache = await caches.open('hallboard-media');
    const found = (await cache.keys()).find(({ url }) => url.endsWith(wanted));
    if (found === undefined) throw new Error('it is not on the device');
    await cache.put(found, new Response(new Uint8Array(20_000)));
  }, hash);
}

it('[TIME-3, TIME-6] the school’s own sounds ring from the device, also after a power cut; the shipped one for a damaged file', async ({
  admin,
  school,
  network,
  openScreen,
}) => {
  it.setTimeout(240_000);
  const sounds = [MP3, toneWav(660, WAV_S), toneWav(440, 2)];
  const refs = (await Promise.all(sounds.map((bytes) => admin.upload(school.id, bytes)))) as {
    hash: string;
  }[];
  const byKind = Object.fromEntries(KINDS.map((kind, at) => [kind, refs[at]]));
  /** Of the first bell. The server's clock is set ahead, so that nobody has to wait for it. */
  const firstMs = Math.ceil(Date.now() / HOUR_MS + 1) * HOUR_MS;
  const content = minutesContent(firstMs, KINDS);
  await admin.publish(school.id, { ...content, bells: { sounds: byKind } });
  const path = `/schools/${school.id}/screens/${school.screenId}`;
  await admin.send('PATCH', path, { sound: { on: true, volume: 0.2 } });
  const open = () =>
    openScreen({
      origin: network.url,
      flags: ['--autoplay-policy=no-user-gesture-required'],
      prepare: ({ page }) => probeSound(page),
    });
  const ringsOnTime = async (page: Page, bell: number): Promise<void> => {
    network.serverAheadMs = firstMs + bell * MINUTE_MS - LEAD_MS - Date.now();
    await page.reload();
    await expect.poll(() => heard(page), { timeout: 2 * LEAD_MS }).toHaveLength(1);
    const [heardMs = 0] = await heard(page);
    const lateMs = heardMs + network.serverAheadMs - (firstMs + bell * MINUTE_MS);
    expect(Math.abs(lateMs)).toBeLessThan(ON_TIME_MS);
  };

  const first = await open();
  await first.screen.untilOfflineReady();
  await expect
    .poll(() => keptSounds(first.browser.page), { timeout: 40_000 })
    .toHaveLength(KINDS.length);
  await ringsOnTime(first.browser.page, 0);
  const [mp3S, ...others] = await heardFiles(first.browser.page);
  expect(others).toEqual([]);
  expect(Math.abs((mp3S ?? 0) - MP3_S)).toBeLessThan(0.1);
  await first.browser.cutPower();

  // From here on no file can be had from the server.
  network.fault = { kind: 'half-sent', path: '/api/display/media/' };
  const second = await open();
  await ringsOnTime(second.browser.page, 1);
  expect(await heardFiles(second.browser.page)).toEqual([WAV_S]);
  await spoil(second.browser.page, refs[2]?.hash ?? '');
  // The browser would have it from its own cache, and in good order the damage is on the disk.
  const tools = await second.browser.context.newCDPSession(second.browser.page);
  await tools.send('Network.clearBrowserCache');
  await second.browser.quit();

  const third = await open();
  await ringsOnTime(third.browser.page, 2);
  expect(await heardFiles(third.browser.page)).toEqual([]);
});
