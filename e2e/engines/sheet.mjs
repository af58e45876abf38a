// Plays the scenarios of this folder in every engine, and puts what was seen side by side into
// artifacts/engine-sheet. `node e2e/engines/sheet.mjs [engine]…`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { CHROMIUM_PATH } from '../fixtures/chromium-path.mjs';
import { sheetPage } from './sheet-page.mjs';

const OUT = fileURLToPath(new URL('../../artifacts/engine-sheet/', import.meta.url));
const REPORT = `${OUT}report.json`;

await rm(OUT, { recursive: true, force: true });
await mkdir(`${OUT}pictures`, { recursive: true });
process.exitCode = await play(process.argv.slice(2));
const seen = [];
for (const { engine, attachments } of runsOf(JSON.parse(await readFile(REPORT, 'utf8')))) {
  const texts = attachments.filter(({ contentType }) => contentType === 'text/plain');
  for (const { name: step, body } of texts.filter(({ name }) => name !== 'server.log')) {
    const text = Buffer.from(body, 'base64').toString();
    const png = attachments.find(
      ({ name, contentType }) => name === step && contentType === 'image/png',
    );
    const picture = png && `pictures/${step}.${engine}.png`;
    if (png) await writeFile(`${OUT}${picture}`, png.body, 'base64');
    seen.push({ engine, step, text, picture });
  }
}
await writeFile(`${OUT}index.html`, sheetPage(seen));
await photograph();
console.log(`${seen.length} steps in artifacts/engine-sheet`);

/** @returns {Promise<number>} the exit code of the tests. */
async function play(engines) {
  const runner = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const only = engines.length === 0 ? [] : ['--grep', engines.join('|')];
  const playing = spawn(
    process.execPath,
    [runner, 'test', 'main-job', '--reporter=list,json', ...only],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT },
      stdio: 'inherit',
    },
  );
  const [code] = await once(playing, 'exit');
  return code ?? 1;
}

/** The tests that say which engine they ran in, and what they attached. */
function runsOf({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ tests }) =>
    tests.flatMap(({ annotations, results }) => {
      const engine = annotations.find(({ type }) => type === 'engine')?.description;
      return engine === undefined ? [] : [{ engine, attachments: results[0]?.attachments ?? [] }];
    }),
  );
  return [...own, ...suites.flatMap(runsOf)];
}

/** The whole sheet as one picture. */
async function photograph() {
  const browser = await chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const page = await browser.newPage({ viewport: { width: 2200, height: 1000 } });
  await page.goto(pathToFileURL(`${OUT}index.html`).href);
  await page.screenshot({ path: `${OUT}sheet.png`, fullPage: true });
  await browser.close();
}
