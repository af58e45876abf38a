import { chosenEngines } from './engines.js';
import { IS_LIVE, IS_OFFLINE_READY, isKept, untilWhole } from './looks.js';
import { schoolDay, zoneAtNine } from './school-day.js';
import { expect, test as it } from './test.js';
import { NAHR, RIVERSIDE } from './written-schools.js';

/** One second and the spread of a school with one screen, with room for a busy machine (P-2). */
const LIVE_MS = 4_000;

// Displays that run packages have Chromium, of every year.
for (const [engine, start] of chosenEngines().filter(([name]) => name.startsWith('chromium'))) {
  const annotation = { type: 'engine', description: engine };
  it(`[P-1, P-2] ${engine}: a packaged app paints, hears of changes, and starts from its own files after a power cut`, {
    annotation,
  }, async ({ server, admin, school, startEngine, install, steps }) => {
    const zone = zoneAtNine();
    await admin.publish(school.id, schoolDay(zone, RIVERSIDE));
    const app = await install('tizen');
    const url = `${app.url}#${school.screenToken}`;
    const page = await startEngine(start);

    await steps.play('app, live update', async () => {
      await page.open(url);
      await page.untilText('Science fair');
      await page.until(IS_LIVE);
      const publishedMs = performance.now();
      await admin.publish(school.id, schoolDay(zone, NAHR));
      await page.untilText('مدرسة النهر', LIVE_MS);
      const tookMs = Math.round(performance.now() - publishedMs);
      await untilWhole(page, 'rtl');
      return { seen: `the Arabic day, ${tookMs} ms after its publish`, picture: page };
    });

    await page.until(IS_OFFLINE_READY);
    await page.until(isKept('مدرسة النهر'));
    expect(page.errors).toEqual([]);
    await page.cutPower();
    await server.kill();
    const after = await startEngine(start);

    await steps.play('app, power cut, offline', async () => {
      await after.open(url);
      await after.untilText('مدرسة النهر');
      await untilWhole(after, 'rtl');
      return { seen: 'the day, from the app and the device', picture: after };
    });
  });
}
