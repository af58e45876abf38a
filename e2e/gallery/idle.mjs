// A screen with its ticker on and nothing else to do, for ten minutes: what that costs a processor,
// and whether anything blocks it. `node e2e/gallery/idle.mjs [minutes]`
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { CHROMIUM_PATH } from '../fixtures/chromium-path.mjs';
import { buildSite } from '../fixtures/site.mjs';

const OUT = fileURLToPath(new URL('../../artifacts/gallery-idle/', import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic'];
/** The main thread does less than this a second: a hundredth of a processor is 10 ms. */
const LIMIT_MS_A_SECOND = 50;

const minutes = Number(process.argv[2] ?? 10);
const site = await buildSite(new URL('.', import.meta.url), OUT);
const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: FLAGS });

try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(site.resolvedUrls?.local[0] ?? '');
  await page.evaluate(() => window.gallery?.show('in-lesson-in-media', 'en'));
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');
  const before = await metricsOf(devTools);
  const seen = await page.evaluate(liveFor, minutes * 60);
  const after = await metricsOf(devTools);

  const aSecond = (name) => ((after[name] - before[name]) * 1000) / (minutes * 60);
  const parts = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'].map(
    (name) => `${name.replace('Duration', '')} ${aSecond(name).toFixed(2)}`,
  );
  const busy = aSecond('TaskDuration');
  const grown = (after.JSHeapUsedSize - before.JSHeapUsedSize) / 1024;
  console.log(`${minutes} minutes with the ticker on, painted every second:
  main thread          ${busy.toFixed(2)} ms a second (${parts.join(', ')}); limit ${LIMIT_MS_A_SECOND}
  tasks over 50 ms     ${seen.longTasks}, the longest ${seen.longestMs.toFixed(0)} ms
  layout shifts        ${seen.shifts}
  memory               ${grown.toFixed(0)} KiB more, before collection`);
  if (busy > LIMIT_MS_A_SECOND || seen.shifts > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}

async function metricsOf(devTools) {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** In the page: a second passes every second. */
function liveFor(seconds) {
  const seen = { longTasks: 0, longestMs: 0, shifts: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longTasks += 1;
      seen.longestMs = Math.max(seen.longestMs, duration);
    }
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    seen.shifts += list.getEntries().length;
  }).observe({ type: 'layout-shift' });
  return new Promise((done) => {
    let passed = 0;
    const timer = setInterval(() => {
      window.gallery?.tick(1000);
      passed += 1;
      if (passed < seconds) return;
      clearInterval(timer);
      done(seen);
    }, 1000);
  });
}
