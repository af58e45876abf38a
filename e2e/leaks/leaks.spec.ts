import { type Browser, type CDPSession, chromium, expect, test as it } from '@playwright/test';
import { CHROMIUM_FLAGS, CHROMIUM_PATH } from '../fixtures/chromium.js';
import { buildSite } from '../fixtures/site.mjs';
import { tempDir } from '../fixtures/temp-dir.js';

const HOURS = 24;
const MEGABYTE = 1e6;

interface Sample {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Two minutes on a machine of two cores that has nothing else to do. */
it.describe.configure({ timeout: 600_000 });

it('[P-1, P-3] a day of publishes, alerts and lost sockets leaves no memory, nodes or listeners behind', async ({}, info) => {
  const dir = tempDir('leaks');
  const site = await buildSite(new URL('./', import.meta.url), dir.path);
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_FLAGS });
  try {
    const samples = await liveADay(browser, site.resolvedUrls?.local[0] ?? '');
    const early = medians(samples.slice(0, 4));
    const late = medians(samples.slice(19));
    info.annotations.push({
      type: 'measured',
      description: `heap after a day: ${((late.heapBytes - early.heapBytes) / MEGABYTE).toFixed(3)} MB more`,
    });
    await info.attach('samples.json', { body: JSON.stringify(samples, undefined, 2) });
    expect(late.heapBytes - early.heapBytes).toBeLessThan(MEGABYTE);
    expect(late.nodes).toBe(early.nodes);
    expect(late.listeners).toBe(early.listeners);
  } finally {
    await browser.close();
    await site.close();
    dir.remove();
  }
});

async function liveADay(browser: Browser, url: string): Promise<readonly Sample[]> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(url);
  const tools = await page.context().newCDPSession(page);
  await tools.send('HeapProfiler.enable');
  const samples: Sample[] = [];
  for (let hour = 1; hour <= HOURS; hour += 1) {
    expect(await page.evaluate(() => window.liveAnHour?.())).toContain('End of the hour');
    samples.push(await takeSample(tools));
  }
  return samples;
}

async function takeSample(tools: CDPSession): Promise<Sample> {
  // What the first collection finalises, the second collects.
  await tools.send('HeapProfiler.collectGarbage');
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await tools.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners };
}

function medians(samples: readonly Sample[]): Sample {
  return {
    heapBytes: median(samples.map(({ heapBytes }) => heapBytes)),
    nodes: median(samples.map(({ nodes }) => nodes)),
    listeners: median(samples.map(({ listeners }) => listeners)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
