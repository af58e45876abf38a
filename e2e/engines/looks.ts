import type { DrivenPage } from '../fixtures/driven-page.js';

// What a scenario asks of a page, as expressions that engines of 2018 can read.

/** Notes what the server's policy refuses, from before the page's own scripts on. */
export const POLICY_PROBE = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.violations.push(event.violatedDirective + ' ' + event.blockedURI);
  });
`;

/** Whether the socket is up. */
export const IS_LIVE = "document.documentElement.dataset.connection === 'live'";

/** Whether shell and snapshot are on the device (P-1). */
export const IS_OFFLINE_READY = "document.documentElement.dataset.offlineReady === 'true'";

/** Whether the alert has the screen to itself. */
export const IS_ALERT = `(() => {
  const alert = document.querySelector('.hb-alert');
  if (alert === null) return false;
  const { left, top, width, height } = alert.getBoundingClientRect();
  return left <= 0 && top <= 0 && width >= innerWidth && height >= innerHeight;
})()`;

/** Whether the alert has gone. */
export const IS_NO_ALERT = "document.querySelector('.hb-alert') === null";

/**
 * Whether nothing is still on its way in, so that a picture shows what a passer-by sees: engines leave
 * out a text for the first tenth of a second in which its font is read.
 */
export const IS_STILL = `document.fonts.status === 'loaded' && Array.from(document.querySelectorAll('.hb-enter')).every(
  (element) => getComputedStyle(element).opacity === '1'
)`;

/** Whether the browser plays what the page sends to the loudspeakers (TIME-6). */
export const IS_AUDIBLE = "document.documentElement.dataset.sound === 'audible'";

/** Whether the device's database holds a snapshot with this text. */
export function isKept(text: string): string {
  return `new Promise((resolve, reject) => {
    const opening = indexedDB.open('hallboard');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const reading = opening.result.transaction('keyval').objectStore('keyval').getAll();
      reading.onerror = reject;
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result).includes(${JSON.stringify(text)}));
      };
    };
  })`;
}

/** Waits until the day is painted in its own fonts. @throws Error with what a reader would miss. */
export async function untilWhole(page: DrivenPage, direction: 'ltr' | 'rtl'): Promise<void> {
  const font = direction === 'rtl' ? 'Hallboard Arabic' : 'Inter';
  await page.until(`Array.from(document.fonts).some(
    ({ family, status }) => family.includes('${font}') && status === 'loaded'
  ) && document.fonts.status === 'loaded'`);
  await page.until("document.querySelector('.hb-now h2') !== null");
  const isMirrored = await page.evaluate(
    "document.querySelector('.hb-clock').getBoundingClientRect().left < innerWidth / 2",
  );
  if (isMirrored !== (direction === 'rtl')) throw new Error('The header runs the wrong way');
  await expectFit(page, '.hb-area');
}

/** @throws Error with panels that lie upon each other or beyond the screen, and texts that are cut. */
export async function expectFit(page: DrivenPage, panels: string): Promise<void> {
  const problems = await page.evaluate(`(${problemsOf})('${panels}')`);
  if (String(problems) !== '') throw new Error(String(problems));
}

/** When the page's first content was painted, in ms from its start; 0 where that is not told. */
export async function firstPaintMs(page: DrivenPage): Promise<number> {
  return Number(
    await page.evaluate(`(() => {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      return entry === undefined ? 0 : Math.round(entry.startTime);
    })()`),
  );
}

/** Runs in the page, so it is written as engines of 2018 can read it. */
function problemsOf(selector: string): string[] {
  const problems: string[] = [];
  const areas = Array.from(document.querySelectorAll(selector));
  if (areas.length === 0) problems.push(`there is no ${selector}`);
  const boxes = areas.map((area) => area.getBoundingClientRect());
  boxes.forEach((box, index) => {
    const name = `panel ${index + 1}`;
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) {
      problems.push(`${name} is beyond the screen`);
    }
    for (const other of boxes.slice(index + 1)) {
      const isApart =
        box.right <= other.left + 1 ||
        other.right <= box.left + 1 ||
        box.bottom <= other.top + 1 ||
        other.bottom <= box.top + 1;
      if (!isApart) problems.push(`${name} lies upon another`);
    }
  });

  areas.forEach((area, index) => {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const box = boxes[index];
      if (box === undefined || text.width === 0) continue;
      const isInside =
        text.left >= box.left - 1 &&
        text.right <= box.right + 1 &&
        text.top >= 0 &&
        text.bottom <= innerHeight;
      if (!isInside) problems.push(`"${node.textContent}" is cut`);
    }
  });
  return problems;
}
