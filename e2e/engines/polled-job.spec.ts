import { bellContent } from '../fixtures/school-content.js';
import { SOUND_PROBE } from '../fixtures/sound-probe.js';
import { chosenEngines } from './engines.js';
import { IS_AUDIBLE } from './looks.js';
import { expect, test as it } from './test.js';

const MINUTE_MS = 60_000;
/** The longest wait between two polls and the time of a request (P-2). */
const POLL_MS = 45_000 + 6_000;
/** Time enough to have the screen up before its bell. */
const BELL_AHEAD_MS = 15_000;
/** A second by the rule, and room for a busy machine (TIME-3). */
const ON_TIME_MS = 3_000;

for (const [engine, start] of chosenEngines()) {
  const annotation = { type: 'engine', description: engine };
  it(`[P-2, P-3, TIME-3] ${engine}: rings on time and hears of changes where sockets are blocked`, {
    annotation,
  }, async ({ admin, school, network, startEngine, steps }) => {
    it.setTimeout(150_000);
    await admin.send('PATCH', `/schools/${school.id}/screens/${school.screenId}`, {
      sound: { on: true, volume: 0.2 },
    });
    const page = await startEngine(start);
    await page.addInitScript(SOUND_PROBE);

    await steps.play('bell', async () => {
      const nowMs = Date.now();
      const bellMs = (Math.floor(nowMs / MINUTE_MS) + 1) * MINUTE_MS;
      await admin.publish(school.id, bellContent('Hello', 1, nowMs));
      network.serverAheadMs = bellMs - BELL_AHEAD_MS - Date.now();
      await page.open(`${network.url}/screen#${school.screenToken}`);
      await page.until(IS_AUDIBLE);
      await page.until('window.heardAtMs.length > 0');
      const [heardMs] = (await page.evaluate('window.heardAtMs')) as number[];
      const lateMs = Number(heardMs) + network.serverAheadMs - bellMs;
      expect(Math.abs(lateMs)).toBeLessThan(ON_TIME_MS);
      return { seen: `rang, ${Math.round(lateMs)} ms from its instant`, picture: page };
    });

    await steps.play('socket blocked', async () => {
      const publishedMs = performance.now();
      await admin.publish(school.id, bellContent('Heard of by polling', 1));
      await page.untilText('Heard of by polling', POLL_MS);
      const tookMs = Math.round(performance.now() - publishedMs);
      expect(network.refusedUpgrades).toBeGreaterThan(0);
      return { seen: `the notice, ${tookMs} ms after its publish`, picture: page };
    });
  });
}
