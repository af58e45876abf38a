import type { CDPSession } from '@playwright/test';
import { expect, type Gallery, test as it } from './gallery-test.js';

const THROTTLING = 4;
const ROUNDS = 9;
/**
 * The calibration loop takes 10 ms where this was written, so 40 ms when throttled; painting is
 * measured in that, since milliseconds of different machines and hours do not compare.
 */
const LOOP_MS = 40;
const AIM_MS = 50;
/** Beyond this the test fails. */
const LIMIT_MS = 100;

/** Both ways, since what is taken away costs too. */
const CHANGES = [
  ['in-lesson', 'break'],
  ['break', 'in-lesson'],
  ['in-lesson', 'alert-evacuate'],
  ['in-lesson', 'in-lesson-in-media'],
  ['in-lesson', 'in-lesson-page-2'],
] as const;

it.use({ viewport: { width: 1920, height: 1080 } });

it('a change of scene is painted in time on a processor that is four times slower', async ({
  gallery,
}, testInfo) => {
  const devTools = await gallery.page.context().newCDPSession(gallery.page);
  await devTools.send('Performance.enable');
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING });
  for (const [from, to] of CHANGES) {
    const loops: number[] = [];
    const paints: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await gallery.show(from, 'en');
      loops.push(await gallery.page.evaluate(calibrate));
      const before = await workMs(devTools);
      await gallery.change(to, 'en');
      paints.push((await workMs(devTools)) - before);
    }
    const [paintMs, loopMs] = [median(paints), median(loops)];
    const equivalentMs = (paintMs / loopMs) * LOOP_MS;
    const text =
      `${from} to ${to}: ${equivalentMs.toFixed(0)} ms of script, layout and style at ` +
      `${THROTTLING}× (${paintMs.toFixed(1)} ms here, where the loop took ${loopMs.toFixed(1)}); aim ${AIM_MS}, limit ${LIMIT_MS}`;
    testInfo.annotations.push({ type: 'measured', description: text });
    expect(equivalentMs, text).toBeLessThan(LIMIT_MS);
  }
});

it('nothing shifts after the first paint', async ({ gallery }) => {
  await gallery.page.emulateMedia({ reducedMotion: 'no-preference' });
  await gallery.show('in-lesson', 'en');
  await observeShifts(gallery);
  // A day goes on: seconds, pages, a countdown that loses a digit, slots, evening, the next layout.
  for (const state of [
    'in-lesson',
    'in-lesson-page-2',
    'in-lesson-page-3',
    'last-minutes',
    'break',
    'between',
    'notice-urgent',
    'notice-long',
    'last-lesson',
    'after-school',
    'weekend',
    'in-lesson-in-media',
    'mark-offline',
    'alert-lockdown',
    'in-lesson',
  ]) {
    await gallery.change(state, 'en');
    for (const seconds of [1, 1, 60, 600]) await gallery.tick(seconds * 1000);
  }
  expect(await shifts(gallery)).toEqual([]);
});

it('a shift would be seen', async ({ gallery }) => {
  await gallery.show('in-lesson', 'en');
  await observeShifts(gallery);
  await gallery.page.evaluate(() => {
    const title = document.querySelector<HTMLElement>('.hb-title');
    if (title !== null) title.style.marginTop = '60px';
  });
  await expect.poll(() => shifts(gallery)).not.toEqual([]);
});

/** What the page's main thread has worked for what is painted, ms. */
async function workMs(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']
    .map((name) => metrics.find((metric) => metric.name === name)?.value ?? 0)
    .reduce((sum, seconds) => sum + seconds * 1000, 0);
}

/** In the page: how long a fixed piece of arithmetic takes, ms. */
function calibrate(): number {
  const startedAt = performance.now();
  let state = 1;
  for (let index = 0; index < 4_000_000; index += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  return state === 0 ? 0 : performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** From when the fonts are there: a first paint without a cache is in the system's for a moment. */
async function observeShifts({ page }: Gallery): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const found: string[] = [];
    Object.assign(window, { shifts: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources = [] } = entry as PerformanceEntry & {
          readonly sources?: readonly { readonly node?: Node }[];
        };
        const nodes = sources.map(({ node }) =>
          node instanceof Element ? `.${node.className}` : (node?.textContent ?? ''),
        );
        found.push(nodes.join(', '));
      }
    }).observe({ type: 'layout-shift' });
  });
}

function shifts({ page }: Gallery): Promise<readonly string[]> {
  return page.evaluate(() => (window as Window & { readonly shifts?: string[] }).shifts ?? []);
}
