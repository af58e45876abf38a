import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HallboardCli } from '../fixtures/hallboard-cli.js';
import {
  coverOfToday,
  SAMPLE_BELL,
  sampleContent,
  writeSampleTables,
  writeSampleWorkbook,
} from '../fixtures/sample-content.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { tempDir } from '../fixtures/temp-dir.js';
import { expect, test as it } from '../fixtures/test.js';

/** One second and the spread of a school with one screen, with room for a busy machine (P-2). */
const LIVE_MS = 4_000;
/** What is promised of a file that is saved in a watched folder. */
const WATCHED_MS = 60_000;
/** Then the panel that shows it has to wait for its turn among others. */
const TURN_MS = 60_000;
/** In the list of cover, which has its place to itself until the notices come. */
const TEACHERS = /(Ms|Mr|Dr) \p{Lu}/u;

it('[P-2, SNAP-5] a school of 40 classes is on the wall as soon as a small one, and from its files', async ({
  admin,
  school,
  server,
  openScreen,
}, info) => {
  it.slow();
  await admin.upload(school.id, SAMPLE_BELL);
  await admin.publish(school.id, hourlyContent('Small'));
  const { screen } = await openScreen();
  await screen.untilLive();

  /** Does something, and waits until it is painted. @returns how long that took, in ms. */
  const timed = async (act: () => Promise<unknown>, text: string | RegExp, timeout = LIVE_MS) => {
    const startedAt = performance.now();
    await act();
    await expect(screen.page.getByText(text).first()).toBeVisible({ timeout });
    return performance.now() - startedAt;
  };
  const publish = (content: object, text: string) =>
    timed(() => admin.publish(school.id, content), text);
  const measured = (what: string, ms: number, baseMs: number, base: string) => {
    const description = `${what}: ${ms.toFixed(0)} ms, ${(ms / baseMs).toFixed(1)} × ${base}`;
    info.annotations.push({ type: 'measured', description });
    process.stdout.write(`${description}\n`);
  };

  const smallMs = await publish(hourlyContent('Still small'), 'Still small');
  const largeMs = await publish(sampleContent('Northbank School'), 'Northbank School');
  measured('publish of 40 classes to painted', largeMs, smallMs, "a small school's");
  await info.attach('the wall', { body: await screen.page.screenshot(), contentType: 'image/png' });
  expect(largeMs).toBeLessThan(LIVE_MS);
  // What is on the wall is the sample's own Tuesday: cover, by its names.
  await expect(screen.page.getByText(/^Lesson [12]$/).first()).toBeVisible();

  // The same from the files that a school has.
  await publish(sampleContent('Set up', 'setup.json'), 'Set up');
  const folder = tempDir('school-share');
  const files = writeSampleTables(folder.path);
  const importMs = await timed(
    () => new HallboardCli(server, ['import', school.id, ...files]).done(),
    TEACHERS,
  );
  measured('import of their files to painted', importMs, largeMs, 'publishing the content');
  await info.attach('imported', { body: await screen.page.screenshot(), contentType: 'image/png' });

  const watch = new HallboardCli(server, ['watch', school.id, folder.path, '--every', '1']);
  await expect.poll(() => watch.output).toContain('cover.tsv: shown already');
  const savedMs = await timed(
    async () => writeFileSync(join(folder.path, 'cover.tsv'), coverOfToday('Ms Newcomer')),
    'Ms Newcomer',
    WATCHED_MS + TURN_MS,
  );
  measured('a changed cover file to painted', savedMs, WATCHED_MS, 'what is promised');
  writeSampleWorkbook(folder.path);
  const honours = screen.page.getByRole('region', { name: 'Honours' });
  await expect(honours).toBeVisible({ timeout: WATCHED_MS + TURN_MS });
  await info.attach('watched', { body: await screen.page.screenshot(), contentType: 'image/png' });
  await watch.stop();
  folder.remove();
});
