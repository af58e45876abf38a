import { ENGINES } from './engines.js';
import {
  firstPaintMs,
  IS_LIVE,
  IS_OFFLINE_READY,
  isKept,
  POLICY_PROBE,
  untilWhole,
} from './looks.js';
import { schoolDay, zoneAtNine } from './school-day.js';
import { expect, test as it } from './test.js';
import { NAHR, RIVERSIDE } from './written-schools.js';

/** One second and the spread of a school with one screen, with room for a busy machine (P-2). */
const LIVE_MS = 4_000;

for (const [engine, start] of ENGINES) {
  it(`[P-1, P-2, UPD-1, SEC-2] ${engine}: paints, hears of changes, mirrors, keeps the policy, and outlives a power cut`, async ({
    server,
    admin,
    school,
    startEngine,
    steps,
  }) => {
    it.setTimeout(120_000);
    const zone = zoneAtNine();
    const riverside = schoolDay(zone, RIVERSIDE);
    const url = `${server.url}/screen#${school.screenToken}`;
    await admin.publish(school.id, riverside);

    const page = await startEngine(start);
    await page.addInitScript(POLICY_PROBE);

    await steps.play('first paint', async () => {
      await page.open(url);
      await page.untilText('Science fair');
      await untilWhole(page, 'ltr');
      return { seen: `the day, after ${await firstPaintMs(page)} ms`, picture: page };
    });

    await steps.play('live update', async () => {
      await page.until(IS_LIVE);
      const announcements = [{ id: 'buses', title: 'Buses leave early', level: 'urgent' }];
      const publishedMs = performance.now();
      await admin.publish(school.id, { ...riverside, announcements });
      await page.untilText('Buses leave early', LIVE_MS);
      const tookMs = Math.round(performance.now() - publishedMs);
      return { seen: `the notice, ${tookMs} ms after its publish`, picture: page };
    });

    await steps.play('right to left', async () => {
      await admin.publish(school.id, schoolDay(zone, NAHR));
      await page.untilText('مدرسة النهر', LIVE_MS);
      await untilWhole(page, 'rtl');
      return { seen: 'the Arabic day, mirrored, in its own font', picture: page };
    });

    await steps.play('policy', async () => {
      expect(page.errors).toEqual([]);
      expect(await page.evaluate('window.violations')).toEqual([]);
      const inline = "document.querySelectorAll('style, script:not([src])').length";
      expect(await page.evaluate(inline)).toBe(0);
      await page.evaluate(`(() => {
        const script = document.createElement('script');
        script.textContent = 'window.wasInline = true';
        document.body.appendChild(script);
      })()`);
      await page.until('window.violations.length === 1 && window.wasInline === undefined');
      return { seen: 'nothing refused but what this test put in' };
    });

    await page.until(IS_OFFLINE_READY);
    await page.until(isKept('مدرسة النهر'));
    await page.cutPower();
    await server.kill();
    const after = await startEngine(start);

    await steps.play('power cut, offline', async () => {
      await after.open(url);
      await after.untilText('مدرسة النهر');
      await untilWhole(after, 'rtl');
      return { seen: 'the Arabic day, from the device', picture: after };
    });
  });
}
