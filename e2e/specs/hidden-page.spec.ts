import { CHROMIUM_PATH } from '../fixtures/chromium.js';
import { PlainBrowser } from '../fixtures/plain-browser.js';
import { hourLabel, hourlyContent } from '../fixtures/school-content.js';
import { utcHour } from '../fixtures/screen-page.js';
import { expect, test as it } from '../fixtures/test.js';

const HOUR_MS = 3_600_000;
/** A wake's spread, and the time of the requests (POLL-6). */
const RETURN_MS = 10_000 + 6_000;
const HERO = "document.querySelector('.hb-now h2')?.textContent";

/** The device's clocks, which the test can move. */
const MOVABLE_CLOCKS = `
  window.aheadMs = 0;
  const dateNow = Date.now, performanceNow = performance.now.bind(performance);
  Date.now = () => dateNow() + window.aheadMs;
  performance.now = () => performanceNow() + window.aheadMs;
`;

it('[POLL-6, P-5] hidden for an hour: on return the right lesson at once, and what was published', async ({
  admin,
  school,
  network,
  profile,
}, info) => {
  await admin.publish(school.id, hourlyContent('Before'));
  const browser = await PlainBrowser.start(CHROMIUM_PATH, profile);
  try {
    await browser.addInitScript(MOVABLE_CLOCKS);
    await browser.open(`${network.url}/screen#${school.screenToken}`);
    await browser.untilText('Before');
    await browser.until("document.documentElement.dataset.offlineReady === 'true'");
    await browser.until(`${HERO} === '${hourLabel(utcHour())}'`);

    await browser.hide();
    await admin.publish(school.id, hourlyContent('While it was hidden'));
    network.serverAheadMs = HOUR_MS;
    await browser.evaluate(`window.aheadMs = ${HOUR_MS}`);
    expect(await browser.evaluate(HERO)).toBe(hourLabel(utcHour()));
    await browser.evaluate(`new MutationObserver(() => {
      if (${HERO} === '${hourLabel(utcHour(1))}') window.rightAtMs ??= performance.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    document.addEventListener('visibilitychange', () => { window.backAtMs ??= performance.now(); });`);

    await browser.show();
    await browser.until('window.rightAtMs !== undefined');
    const tookMs = Number(await browser.evaluate('window.rightAtMs - window.backAtMs'));
    // P-5's second, and room for a busy machine.
    expect(tookMs).toBeLessThan(2_000);
    await browser.untilText('While it was hidden', RETURN_MS);
    expect(await browser.evaluate(HERO)).toBe(hourLabel(utcHour(1)));
    await info.attach('back.png', { body: await browser.screenshot(), contentType: 'image/png' });
    expect(browser.errors.filter((error) => !error.includes('WebSocket'))).toEqual([]);
  } finally {
    await browser.cutPower();
  }
});
