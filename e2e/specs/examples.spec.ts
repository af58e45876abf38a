import { readFileSync } from 'node:fs';
import { expect, test as it } from '../fixtures/embed-test.js';
import { hourlyContent } from '../fixtures/school-content.js';

/** A file of an example, with the server and the screen that it is about in place of its own. */
function example(path: string, server: string, token: string): string {
  const text = readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');
  return text.replaceAll('https://board.example.org', server).replaceAll('SCREEN-TOKEN', token);
}

it('[EMB-1] the smallest embed: one script tag', async ({
  server,
  admin,
  school,
  host,
  startBrowser,
}) => {
  await admin.publish(school.id, hourlyContent('In the smallest page'));
  host.files.set('/', example('script-tag/index.html', server.url, school.screenToken));
  const { page } = await startBrowser();
  await page.goto(host.origin);
  await expect(page.locator('hallboard-screen')).toContainText('In the smallest page');
});

it('[EMB-1, EMB-3] the element in a school’s page', async ({
  server,
  admin,
  school,
  host,
  policy,
  startBrowser,
}, info) => {
  await admin.publish(school.id, hourlyContent('In our page'));
  host.policy = policy;
  for (const name of ['index.html', 'page.css', 'page.js']) {
    const path = name === 'index.html' ? '/' : `/${name}`;
    host.files.set(path, example(`school-page/${name}`, server.url, school.screenToken));
  }
  const { page } = await startBrowser();
  await page.goto(host.origin);
  await expect(page.locator('hallboard-screen')).toContainText('In our page');
  await expect(page.locator('#state')).toHaveText('Up to date.');
  await expect(page.locator('hallboard-screen .hb')).toHaveCSS(
    'background-color',
    'rgb(18, 35, 27)',
  );
  await admin.publish(school.id, hourlyContent('Something newer'));
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.locator('hallboard-screen')).toContainText('Something newer');
  await info.attach('school-page.png', {
    body: await page.screenshot(),
    contentType: 'image/png',
  });
  expect(host.violations).toEqual([]);
});

it('[EMB-1, EMB-6, SEC-2] the player’s page in a frame, for the pages that its school names and no other', async ({
  server,
  admin,
  school,
  host,
  startBrowser,
}) => {
  await admin.publish(school.id, hourlyContent('In a frame'));
  host.files.set('/', example('iframe/index.html', server.url, school.screenToken));
  const { page } = await startBrowser();
  const allow = (origins: readonly string[]) =>
    admin.send('PUT', `/schools/${school.id}/embedding`, { origins });
  // First, since a browser that has stored the page shows it from there.
  await allow([]);
  await page.goto(host.origin);
  await expect
    .poll(() => page.frames().some((frame) => frame.url().startsWith('chrome-error:')))
    .toBe(true);

  await allow([host.origin]);
  await page.goto(`${host.origin}/?again`);
  await expect(page.frameLocator('iframe').locator('.hb-notice')).toContainText('In a frame');
});
