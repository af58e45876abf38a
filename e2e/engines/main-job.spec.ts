import type { DrivenPage } from '../fixtures/driven-page.js';
import { chosenEngines } from './engines.js';
import {
  firstPaintMs,
  IS_ALERT,
  IS_LIVE,
  IS_NO_ALERT,
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
/** For how long an alert is shown besides what a power cut takes of it. */
const ALERT_MS = 15_000;
/** A second by the rule, and room for a busy machine (TIME-3). */
const ON_TIME_MS = 3_000;
/** From the language's catalogue, which is a file of its own. */
const NOW_IN_ARABIC = 'الآن';
const LOCKDOWN = {
  kind: 'lockdown',
  title: 'ابقوا في قاعاتكم',
  instruction: 'أغلقوا الباب وابتعدوا عن النوافذ وانتظروا تعليمات المعلم.',
};

for (const [engine, start] of chosenEngines()) {
  const annotation = { type: 'engine', description: engine };
  it(`[P-1, P-2, UPD-1, SEC-2, ALERT-2] ${engine}: paints, hears of changes, mirrors, alarms, and outlives a power cut`, {
    annotation,
  }, async ({ server, admin, school, startEngine, steps }) => {
    it.setTimeout(240_000);
    const zone = zoneAtNine();
    const riverside = schoolDay(zone, RIVERSIDE);
    const url = `${server.url}/screen#${school.screenToken}`;
    await admin.publish(school.id, riverside);

    const startedMs = Date.now();
    const page = await startEngine(start);
    await page.addInitScript(POLICY_PROBE);

    await steps.play('first paint', async () => {
      await page.open(url);
      await page.untilText('Science fair');
      await untilWhole(page, 'ltr');
      return { seen: `the day, after ${await firstPaintMs(page)} ms`, picture: page };
    });
    /** From the start of an engine to a picture, on this machine, at this time. */
    const startMs = Date.now() - startedMs;

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
      await untilNahr(page);
      return { seen: 'the Arabic day, mirrored, in its own words and font', picture: page };
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
    const lifeMs = ALERT_MS + startMs;
    let endsAtMs = 0;
    await steps.play('alert', async () => {
      const raisedMs = Date.now();
      endsAtMs = raisedMs + lifeMs;
      await admin.raise(school.id, { ...LOCKDOWN, lastsMs: lifeMs });
      await page.until(IS_ALERT, LIVE_MS);
      const tookMs = Date.now() - raisedMs;
      return { seen: `all of the screen, ${tookMs} ms after it was raised`, picture: page };
    });

    await page.until(isKept(LOCKDOWN.title));
    await page.cutPower();
    await server.kill();
    const after = await startEngine(start);

    await steps.play('power cut, offline', async () => {
      await after.open(url);
      await after.until(IS_ALERT);
      const leftS = Math.round((endsAtMs - Date.now()) / 1_000);
      return { seen: `the alert, from the device, with ${leftS} s to go`, picture: after };
    });

    await steps.play('alert ends, offline', async () => {
      await after.until(IS_NO_ALERT, lifeMs + ON_TIME_MS);
      const lateMs = Date.now() - endsAtMs;
      expect(Math.abs(lateMs)).toBeLessThan(ON_TIME_MS);
      await untilNahr(after);
      return { seen: `by itself, ${lateMs} ms from its instant; the day is back`, picture: after };
    });
  });
}

/** Its content, what the player itself says in its language, and where and how all that is painted. */
async function untilNahr(page: DrivenPage): Promise<void> {
  await page.untilText('مدرسة النهر', LIVE_MS);
  await page.untilText(NOW_IN_ARABIC);
  await untilWhole(page, 'rtl');
}
