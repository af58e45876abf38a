import { hourlyContent } from '../fixtures/school-content.js';
import { expect, test as it } from './test.js';

/** One second and the spread of a school with one screen, with room for a busy machine (P-2). */
const LIVE_MS = 4_000;
/** TVs of 2020 have 68 or 69; 64 is the oldest that the player is built for. */
const ENGINES = ['chromium-64', 'chromium-69'];

for (const engine of ENGINES) {
  it(`[P-1, P-2, UPD-1, SEC-2] ${engine}: paints, hears of changes, speaks the school's language, and outlives a power cut`, async ({
    server,
    admin,
    school,
    startOld,
  }, info) => {
    const url = `${server.url}/screen#${school.screenToken}`;
    await admin.publish(school.id, hourlyContent('Before'));

    const first = await startOld(engine);
    await first.open(url);
    await first.untilText('Before');
    await first.until("document.documentElement.dataset.connection === 'live'");
    await admin.publish(school.id, hourlyContent('After', 'es-ES'));
    await first.untilText('After', LIVE_MS);
    await first.untilText('Ahora');
    await first.until("document.documentElement.dataset.offlineReady === 'true'");
    await info.attach(`${engine}.png`, {
      body: await first.screenshot(),
      contentType: 'image/png',
    });
    expect(first.errors).toEqual([]);
    await first.cutPower();
    await server.kill();

    const second = await startOld(engine);
    await second.open(url);
    await second.untilText('After');
    await second.untilText('Ahora');
    await info.attach(`${engine}-offline.png`, {
      body: await second.screenshot(),
      contentType: 'image/png',
    });
  });
}
