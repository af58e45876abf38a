import type { HallboardScreen } from '@hallboard/player/element';
import type { CDPSession, Page } from '@playwright/test';
import { expect, test as it } from '../fixtures/embed-test.js';
import { hourlyContent } from '../fixtures/school-content.js';

const ROUNDS = 100;
const MEGABYTE = 1e6;

interface Live {
  readonly timers: number;
  readonly sockets: number;
}

declare global {
  interface Window {
    live?: () => Live;
    /** The screen while it is out of the document. */
    held?: Element;
  }
}

it('[EMB-4] taken out and put back a hundred times, a screen leaves no timer, socket, listener or memory', async ({
  admin,
  school,
  host,
  script,
  startBrowser,
}, info) => {
  await admin.publish(school.id, hourlyContent('Still here'));
  host.files.set(
    '/',
    `<!doctype html><html lang="en"><head><title>Teardown</title><script src="${script}"></script></head>
      <body><hallboard-screen token="${school.screenToken}"></hallboard-screen></body></html>`,
  );
  const { page } = await startBrowser();
  await countLive(page);
  await page.goto(host.origin);
  await page.waitForFunction(() => {
    const screen = document.querySelector<HallboardScreen>('hallboard-screen');
    return screen?.player?.status().connection === 'live';
  });
  // A move is no end: the same player goes on.
  const isSame = await page.evaluate(async () => {
    const screen = document.querySelector<HallboardScreen>('hallboard-screen');
    const player = screen?.player;
    if (screen) document.body.appendChild(document.createElement('div')).appendChild(screen);
    await Promise.resolve();
    return player !== undefined && screen?.player === player;
  });
  expect(isSame).toBe(true);

  const tools = await page.context().newCDPSession(page);
  await tools.send('HeapProfiler.enable');
  await takeOutAndPutBack(page, 10);
  const before = await sample(tools);
  await takeOutAndPutBack(page, ROUNDS);

  // Out of the document: nothing runs.
  await expect.poll(() => page.evaluate(() => window.live?.())).toEqual({ timers: 0, sockets: 0 });
  // The last write to the device may still be on its way, which a leak is not.
  await expect
    .poll(async () => (await sample(tools)).listeners)
    // Fewer is none: what the first rounds left to the collector may be gone.
    .toBeLessThanOrEqual(before.listeners);
  const after = await sample(tools);
  expect(after.nodes).toBe(before.nodes);
  const grownBytes = after.heapBytes - before.heapBytes;
  info.annotations.push({
    type: 'measured',
    description: `heap after ${ROUNDS} screens: ${(grownBytes / MEGABYTE).toFixed(3)} MB more`,
  });
  expect(grownBytes).toBeLessThan(MEGABYTE);
});

/** Counts, from before the page's own scripts on, what is waiting and what is open. */
async function countLive(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timers = new Set<unknown>();
    const sockets = new Set<WebSocket>();
    const { setTimeout: set, clearTimeout: clear, WebSocket: Socket } = window;
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number) => {
        const id = set(() => {
          timers.delete(id);
          run();
        }, ms);
        timers.add(id);
        return id;
      },
      clearTimeout: (id: number) => {
        timers.delete(id);
        clear(id);
      },
      WebSocket: class extends Socket {
        constructor(url: string) {
          super(url);
          sockets.add(this);
          this.addEventListener('close', () => sockets.delete(this));
        }
      },
      live: () => ({ timers: timers.size, sockets: sockets.size }),
    });
  });
}

/** Each time until it shows what it has kept; in the end it is out. */
async function takeOutAndPutBack(page: Page, rounds: number): Promise<void> {
  await page.evaluate(async (count) => {
    const held = document.querySelector('hallboard-screen') ?? window.held;
    if (held === undefined) throw new Error('The page has no screen');
    window.held = held;
    held.remove();
    await Promise.resolve();
    for (let round = 0; round < count; round += 1) {
      await new Promise<void>((ready) => {
        held.addEventListener('ready', () => ready(), { once: true });
        document.body.append(held);
      });
      held.remove();
      await new Promise((rest) => requestAnimationFrame(rest));
    }
  }, rounds);
}

async function sample(tools: CDPSession) {
  // What the first collection finalises, the second collects.
  await tools.send('HeapProfiler.collectGarbage');
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await tools.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners };
}
