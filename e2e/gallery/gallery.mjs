// Paints every state in every layout, language and size, looks at the texts, and writes pictures,
// contact sheets and an index to artifacts/gallery. `node e2e/gallery/gallery.mjs [part of a name]…`
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { CHROMIUM_PATH } from '../fixtures/chromium-path.mjs';
import { buildSite } from '../fixtures/site.mjs';
import { contactSheet, indexPage } from './sheets.mjs';

const OUT = fileURLToPath(new URL('../../artifacts/gallery/', import.meta.url));
const SCHOOLS = ['en', 'ar', 'es', 'fr', 'de', 'tr'];
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1080, height: 1920 },
  { width: 1024, height: 768 },
];
/** The longer side of a picture of the whole gallery: thousands of them, and each can be had whole. */
const LONGEST_PX = 960;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--font-render-hinting=none'];

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));
await rm(OUT, { recursive: true, force: true });
await mkdir(`${OUT}pictures`, { recursive: true });
const site = await buildSite(new URL('.', import.meta.url), `${OUT}site`);
const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: FLAGS });
const sheets = [];
let problems = 0;

try {
  for (const size of SIZES) {
    const gallery = await openGallery(size);
    for (const school of SCHOOLS) {
      const sheet = await paintSheet(gallery, school, size);
      if (sheet.pictures.length === 0) continue;
      await contactSheet(browser, OUT, sheet);
      sheets.push(sheet);
      console.log(`${sheet.name}: ${sheet.pictures.length} pictures`);
    }
    await gallery.page.close();
  }
  await writeFile(`${OUT}index.html`, indexPage(sheets));
} finally {
  await browser.close();
  await site.close();
}

const count = sheets.reduce((sum, { pictures }) => sum + pictures.length, 0);
console.log(`${count} pictures in artifacts/gallery, ${problems} problems`);
process.exitCode = count === 0 || problems > 0 ? 1 : 0;

function tell(problem) {
  problems += 1;
  console.log(problem);
}

async function openGallery({ width, height }) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.on('console', (message) => {
    if (message.type() === 'error') tell(`${width}x${height}: ${message.text()}`);
  });
  await page.goto(site.resolvedUrls?.local[0] ?? '');
  return {
    page,
    states: await page.evaluate(() => window.gallery?.states ?? []),
    devTools: await page.context().newCDPSession(page),
  };
}

/** One school's states in one size. */
async function paintSheet({ page, states, devTools }, school, { width, height }) {
  const sheet = { name: `${school}.${width}x${height}`, width, height, pictures: [] };
  const scale = wanted.length > 0 ? 1 : Math.min(1, LONGEST_PX / Math.max(width, height));
  const clip = { x: 0, y: 0, width, height, scale };
  for (const state of states) {
    const name = `${state}.${sheet.name}`;
    if (!isWanted(name)) continue;
    const found = await page.evaluate(
      async ([stateName, schoolName]) => {
        await window.gallery?.show(stateName, schoolName);
        return window.gallery?.check() ?? [];
      },
      [state, school],
    );
    for (const problem of found) tell(`${name}: ${problem}`);
    const { data } = await devTools.send('Page.captureScreenshot', {
      clip,
      optimizeForSpeed: true,
    });
    await writeFile(`${OUT}pictures/${name}.png`, data, 'base64');
    sheet.pictures.push({ name, state, data });
  }
  return sheet;
}
