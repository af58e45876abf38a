// Plays the scenarios of this folder in every engine, and puts what was seen side by side into
// artifacts/engine-sheet. `node e2e/engines/sheet.mjs [engine]…`, by `npm run engines`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { CHROMIUM_PATH } from '../fixtures/chromium-path.mjs';
import { sheetPage, sheetWidthPx } from './sheet-page.mjs';
import { readSheet } from './sheet-report.mjs';

const OUT = fileURLToPath(new URL('../../artifacts/engine-sheet/', import.meta.url));
const REPORT = `${OUT}report.json`;
/** In the order of their rows. */
const SPECS = ['main-job', 'polled-job', 'self-test-page', 'packaged-app'];

await rm(OUT, { recursive: true, force: true });
await mkdir(`${OUT}pictures`, { recursive: true });
process.exitCode = await play(process.argv.slice(2));
const { cells, durations } = readSheet(JSON.parse(await readFile(REPORT, 'utf8')));
for (const { picture, png } of cells) {
  if (picture !== undefined && png !== undefined) {
    await writeFile(`${OUT}${picture}`, png, 'base64');
  }
}
await writeFile(`${OUT}index.html`, sheetPage(cells));
await photograph(sheetWidthPx(cells));
for (const [engine, ms] of durations) console.log(`${engine}: ${Math.round(ms / 1_000)} s`);
console.log(`${cells.length} steps in artifacts/engine-sheet`);

/**
 * @param {readonly string[]} engines none for all
 * @returns {Promise<number>} the exit code of the tests.
 */
async function play(engines) {
  const runner = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const specs = SPECS.map((name) => `engines/${name}.spec.ts`);
  const playing = spawn(process.execPath, [runner, 'test', '--reporter=list,json', ...specs], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      ...process.env,
      HALLBOARD_ENGINES: engines.length === 0 ? 'all' : engines.join(','),
      PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT,
    },
    stdio: 'inherit',
  });
  const [code] = await once(playing, 'exit');
  return code ?? 1;
}

/**
 * The whole sheet as one picture.
 * @param {number} width
 */
async function photograph(width) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const page = await browser.newPage({ viewport: { width, height: 1000 } });
  await page.goto(pathToFileURL(`${OUT}index.html`).href);
  await page.screenshot({ path: `${OUT}sheet.png`, fullPage: true });
  await browser.close();
}
