import { SELF_TEST_FINDINGS } from '@hallboard/shared';
import { chosenEngines } from './engines.js';
import { expectFit, IS_OFFLINE_READY, POLICY_PROBE } from './looks.js';
import { schoolDay, zoneAtNine } from './school-day.js';
import { expect, test as it } from './test.js';
import { RIVERSIDE } from './written-schools.js';

/** What the page may take to try everything, and room for a busy machine. */
const TESTED_MS = 30_000;
/** Of a device that can do all that a screen needs; an engine may be old. */
const OUTCOMES = {
  server: 'reachable',
  path: 'clean',
  socket: 'open',
  clock: 'right',
  restart: 'device',
  storage: 'worker',
  sound: 'plays',
  scripts: 'drawn',
};

interface Row {
  readonly finding: string;
  readonly outcome: string;
  readonly name: string;
  readonly text: string;
}

const READ_ROWS = `Array.from(document.querySelectorAll('#self-test li')).map((row) => ({
  finding: row.dataset.finding,
  outcome: row.dataset.outcome,
  name: row.querySelector('h2').textContent,
  text: row.querySelector('p').textContent,
}))`;

for (const [engine, start] of chosenEngines()) {
  const annotation = { type: 'engine', description: engine };
  it(`[P-1] ${engine}: the self-test opens by its address, and says in plain words what the device can do`, {
    annotation,
  }, async ({ server, admin, school, startEngine, steps }) => {
    await admin.publish(school.id, schoolDay(zoneAtNine(), RIVERSIDE));
    const page = await startEngine(start);
    await page.addInitScript(POLICY_PROBE);
    await page.open(`${server.url}/screen#${school.screenToken}`);
    await page.until(IS_OFFLINE_READY);

    await steps.play('self-test', async () => {
      await page.open(`${server.url}/self-test#${school.screenToken}`);
      await page.until("document.querySelector('#self-test li') !== null", TESTED_MS);
      const rows = (await page.evaluate(READ_ROWS)) as readonly Row[];
      const found = Object.fromEntries(rows.map(({ finding, outcome }) => [finding, outcome]));
      expect(found).toMatchObject(OUTCOMES);
      expect(rows).toHaveLength(SELF_TEST_FINDINGS.length);
      for (const { name, text } of rows) {
        expect(name).toMatch(/^[A-Z][a-z]/);
        // A sentence of the catalogue, with every place filled.
        expect(text).toMatch(/^[^{}]{10,}\.$/);
      }
      expect(page.errors).toEqual([]);
      expect(await page.evaluate('window.violations')).toEqual([]);
      await expectFit(page, '#self-test li');
      return { seen: `its rows; the engine is called ${found.engine}`, picture: page };
    });
  });
}
