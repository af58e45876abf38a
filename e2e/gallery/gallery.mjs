// Paints every state in every language and size, looks at the texts, and writes pictures, a contact
// sheet and an index to artifacts/gallery. `node e2e/gallery/gallery.mjs [part of a name]…`
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { buildSite } from '../fixtures/site.mjs';
import { checkTexts } from './checks.mjs';
import { contactSheet, indexPage } from './sheets.mjs';

const OUT = fileURLToPath(new URL('../../artifacts/gallery/', import.meta.url));
const ALL = ['en', 'ar', 'es', 'fr', 'de', 'tr'];
/** Everything is laid out in one unit, so that a size of the same shape needs no more than a look. */
const SIZES = [
  { width: 1920, height: 1080, schools: ALL },
  { width: 1080, height: 1920, schools: ALL },
  { width: 1440, height: 1080, schools: ['en', 'ar', 'de'] },
  { width: 1280, height: 720, schools: ['en', 'ar'] },
  { width: 3840, height: 2160, schools: ['en'] },
];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--font-render-hinting=none'];

const wanted = process.argv.slice(2);
await mkdir(`${OUT}pictures`, { recursive: true });
const site = await buildSite(new URL('.', import.meta.url), `${OUT}site`);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
const pictures = [];
const problems = [];

try {
  const url = site.resolvedUrls?.local[0] ?? '';
  for (const { width, height, schools } of SIZES) {
    const page = await browser.newPage({
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${width}x${height}: ${message.text()}`);
    });
    await page.goto(url);
    const states = await page.evaluate(() => window.gallery?.states ?? []);
    for (const school of schools) {
      for (const state of states) {
        const name = `${state}.${school}.${width}x${height}`;
        if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
        await page.evaluate(
          ([stateName, schoolName]) => window.gallery?.show(stateName, schoolName),
          [state, school],
        );
        await page.screenshot({ path: `${OUT}pictures/${name}.png` });
        pictures.push({ name, state, school, width, height });
        for (const problem of await page.evaluate(checkTexts)) problems.push(`${name}: ${problem}`);
      }
    }
    await page.close();
  }
  await writeFile(`${OUT}index.html`, indexPage(pictures));
  await contactSheet(browser, OUT, pictures);
} finally {
  await browser.close();
  await site.close();
}

for (const problem of problems) console.log(problem);
console.log(`${pictures.length} pictures in artifacts/gallery, ${problems.length} problems`);
process.exitCode = pictures.length === 0 || problems.length > 0 ? 1 : 0;
