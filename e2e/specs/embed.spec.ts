import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type * as Library from '@hallboard/player';
import type { HallboardScreen } from '@hallboard/player/element';
import { expect, test as it } from '../fixtures/embed-test.js';
import { hourlyContent } from '../fixtures/school-content.js';

/** What other people's style sheets do, and worse. */
const HOSTILE_CSS = `
  * { display: none !important; visibility: hidden !important; color: red !important;
      font: 90px/3 fantasy !important; letter-spacing: 1em !important; margin: 9px !important;
      text-transform: uppercase !important; direction: rtl; }
  html, body, #page { display: block !important; visibility: visible !important; margin: 0 !important; }
  *::before, *::after { content: 'HOST' !important; display: block !important; }
  .hb, .frame, .stage, main { display: none !important; }
  :root { --ground: red; --u: 90px; --ink: red; --accent: red; }
  #hall { width: 960px; height: 540px; --hallboard-accent: #00ffd0; }
  #hall::part(screen) { outline: 3px solid rgb(1, 2, 3); }
  #small::part(alert), #small::part(message) { background: pink !important; color: pink !important; }
  #small { width: 320px; }
`;

const WATCH = `
  const seen = [];
  for (const screen of document.querySelectorAll('hallboard-screen')) {
    for (const name of ['ready', 'scenechange', 'revision', 'degraded', 'error', 'status']) {
      screen.addEventListener(name, ({ detail }) => seen.push({ name, id: screen.id, detail }));
    }
  }
  window.seen = seen;
  document.getElementById("wrong").setAttribute("server", "nonsense");
`;

interface Seen {
  readonly name: string;
  readonly id: string;
  readonly detail: { readonly revision?: string; readonly error?: { readonly name: string } };
}

declare global {
  interface Window {
    seen?: readonly Seen[];
    /** What the script tag brings beside the element. */
    Hallboard?: Pick<typeof Library, 'createPlayer'>;
  }
}

it('[EMB-1, EMB-2, EMB-3, SEC-2] two screens in a page of hostile styles, under a policy of its own', async ({
  admin,
  school,
  server,
  host,
  script,
  policy,
  addScreen,
  startBrowser,
}, info) => {
  const library = await addScreen('library', 'Library');
  await admin.publish(school.id, hourlyContent('Before'));
  host.policy = policy;
  host.files.set('/host.css', HOSTILE_CSS).set('/watch.js', WATCH);
  host.files.set(
    '/',
    `<!doctype html><html lang="en"><head><title>Our school</title>
      <link rel="stylesheet" href="/host.css"><script src="${script}"></script></head>
      <body><div id="page">
      <hallboard-screen id="hall" token="${school.screenToken}"></hallboard-screen>
      <hallboard-screen id="small" token="${library}" silent></hallboard-screen>
      <hallboard-screen id="wrong" hidden></hallboard-screen>
      </div><script src="/watch.js"></script></body></html>`,
  );
  const { page, consoleErrors } = await startBrowser();
  await page.goto(host.origin);

  const hall = page.locator('#hall');
  const small = page.locator('#small');
  await expect(hall.locator('.hb-screen')).toContainText('Main hall');
  await expect(small.locator('.hb-screen')).toContainText('Library');
  await expect(page.locator('#wrong')).toBeHidden();
  // 16:9 where the page names no height, and as the page says where it does.
  expect(await small.boundingBox()).toMatchObject({ width: 320, height: 180 });
  expect(await hall.boundingBox()).toMatchObject({ width: 960, height: 540 });
  for (const screen of [hall, small]) {
    await expect(screen.locator('.hb-clock')).toBeVisible();
    await expect(screen.locator('.hb')).toHaveCSS('background-color', 'rgb(13, 19, 30)');
    await expect(screen.locator('.hb h1')).toHaveCSS('text-transform', 'none');
    await expect(screen.locator('.hb h1')).toHaveCSS('font-family', /^"Hallboard Inter"/);
  }
  // What the page may change: a token and a part.
  await expect(hall.locator('.is-now .hb-ring-left')).toHaveCSS('stroke', 'rgb(0, 255, 208)');
  await expect(hall.locator('.hb')).toHaveCSS('outline-color', 'rgb(1, 2, 3)');
  await expect(small.locator('.is-now .hb-ring-left')).not.toHaveCSS('stroke', 'rgb(0, 255, 208)');
  await expect
    .poll(() =>
      page.evaluate(() => [...document.fonts].filter((font) => font.status === 'loaded').length),
    )
    .toBeGreaterThan(0);
  await info.attach('hostile.png', { body: await page.screenshot(), contentType: 'image/png' });

  // Events, and methods.
  const seen = () => page.evaluate(() => JSON.parse(JSON.stringify(window.seen ?? [])) as Seen[]);
  const names = (list: readonly Seen[], id: string) =>
    new Set(list.filter((one) => one.id === id).map(({ name }) => name));
  await expect
    .poll(async () => names(await seen(), 'hall'))
    .toEqual(new Set(['ready', 'scenechange', 'revision', 'degraded', 'status']));
  expect(names(await seen(), 'small')).toContain('ready');
  const wrong = (await seen()).filter(({ id }) => id === 'wrong');
  expect(wrong.map(({ name, detail }) => [name, detail.error?.name])).toEqual([
    ['error', 'InvalidOptionError'],
  ]);
  const revision = await admin.publish(school.id, hourlyContent('After'));
  await page.evaluate(() => {
    for (const screen of document.querySelectorAll<HallboardScreen>('hallboard-screen'))
      screen.refresh();
  });
  await expect(hall.locator('.hb-notice')).toContainText('After');
  await expect(small.locator('.hb-notice')).toContainText('After');
  expect((await seen()).some((one) => one.id === 'small' && one.detail.revision === revision)).toBe(
    true,
  );

  // The page's colours and parts are a day's: an alert keeps its own.
  const alert = { kind: 'lockdown', title: 'Stay where you are', lastsMs: 60_000 };
  const alertId = await admin.raise(school.id, alert);
  for (const screen of [hall, small]) {
    await expect(screen.locator('.hb h1')).toHaveText('Stay where you are');
    await expect(screen.locator('.hb')).toHaveCSS('background-color', 'rgb(75, 26, 134)');
    await expect(screen.locator('.hb')).toHaveCSS('outline-style', 'none');
    await expect(screen.locator('.hb-alert')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await expect(screen.locator('.hb h1')).toHaveCSS('color', 'rgb(255, 255, 255)');
  }
  await admin.endAlert(school.id, alertId);
  for (const screen of [hall, small]) await expect(screen.locator('.hb-notice')).toBeVisible();

  // The server goes away: both go on, and say so.
  await server.kill();
  await page.evaluate(() => {
    for (const screen of document.querySelectorAll<HallboardScreen>('hallboard-screen'))
      screen.refresh();
  });
  await expect.poll(async () => names(await seen(), 'small')).toContain('error');
  await expect(small.locator('.hb-notice')).toContainText('After');

  expect(host.violations).toEqual([]);
  expect(consoleErrors.filter((text) => /policy/i.test(text))).toEqual([]);
});

it('[EMB-1] fills whatever it is given, from a thumbnail to the window, and any shape', async ({
  server,
  admin,
  school,
  host,
  script,
  startBrowser,
}, info) => {
  await admin.publish(school.id, hourlyContent('Any size'));
  host.files.set(
    '/',
    `<!doctype html><html lang="en"><head><title>Sizes</title><script src="${script}" defer></script></head>
      <body><hallboard-screen token="${school.screenToken}"></hallboard-screen></body></html>`,
  );
  const { page } = await startBrowser();
  await page.goto(host.origin);
  const screen = page.locator('hallboard-screen');
  await expect(screen.locator('.hb-notice')).toContainText('Any size');
  for (const [width, height] of [
    [320, 180],
    [300, 533],
    [640, 480],
    [1904, 1000],
  ] as const) {
    await screen.evaluate(
      (element, size) => {
        element.style.width = `${size.width}px`;
        element.style.height = `${size.height}px`;
      },
      { width, height },
    );
    // Everything is laid out in units of the element's own box.
    await expect
      .poll(async () => {
        const boxes = await screen
          .locator('.hb-area')
          .evaluateAll((areas) =>
            areas
              .map((area) => area.getBoundingClientRect())
              .map(({ right, bottom }) => ({ right, bottom })),
          );
        const outer = await screen.boundingBox();
        const reach = Math.max(...boxes.map(({ right }) => right)) - (outer?.x ?? 0);
        return boxes.length > 2 && reach > width * 0.9 && reach <= width;
      })
      .toBe(true);
    const body = await screen.screenshot();
    await info.attach(`${width}x${height}.png`, { body, contentType: 'image/png' });
  }

  // Stopped it is empty; started it shows what it has kept.
  await screen.evaluate((element: HallboardScreen) => element.stop());
  await expect(screen.locator('.hb')).toHaveCount(0);
  await screen.evaluate((element: HallboardScreen) => element.start());
  await expect(screen.locator('.hb-notice')).toContainText('Any size');
  // Without the element, into a container of the page.
  await screen.evaluate((element) => element.remove());
  await page.addStyleTag({ url: script.replace(/js$/, 'css') });
  await page.evaluate(
    ([serverUrl = '', token = '']) => {
      const container = document.body.appendChild(document.createElement('div'));
      container.style.height = '450px';
      window.Hallboard?.createPlayer({ container, serverUrl, token });
    },
    [server.url, school.screenToken],
  );
  await expect(page.locator('.hb-notice')).toContainText('Any size');
  await expect(page.locator('.hb')).toHaveCSS('background-color', 'rgb(13, 19, 30)');
});

it('[EMB-1] in a page that is a file, says that it is not set up, and why, until its attributes are right', async ({
  server,
  admin,
  school,
  script,
  startBrowser,
}, info) => {
  await admin.publish(school.id, hourlyContent('From a file'));
  const file = info.outputPath('page.html');
  await writeFile(
    file,
    `<!doctype html><html lang="en"><head><title>A file</title><script src="${script}"></script></head>
      <body><hallboard-screen></hallboard-screen></body></html>`,
  );
  const { page } = await startBrowser();
  await page.goto(pathToFileURL(file).href);
  const screen = page.locator('hallboard-screen');
  const wrong = (name: string, value: string) =>
    screen.evaluate(
      (element: HallboardScreen, [attribute = '', text = '']) =>
        new Promise<unknown>((resolve) => {
          element.addEventListener('error', ({ detail }) => resolve({ ...detail.error }), {
            once: true,
          });
          element.setAttribute(attribute, text);
        }),
      [name, value],
    );
  expect(await wrong('server', 'nonsense')).toMatchObject({ option: 'serverUrl' });
  await expect(screen.locator('.hb')).toContainText('Connect this screen');
  expect(await wrong('assets', 'http://')).toMatchObject({ option: 'assets' });
  await expect(screen.locator('.hb')).toContainText('Connect this screen');
  await screen.evaluate(
    (element, [url = '', token = '']) => {
      element.removeAttribute('assets');
      element.setAttribute('server', url);
      element.setAttribute('token', token);
    },
    [server.url, school.screenToken],
  );
  await expect(screen.locator('.hb')).not.toContainText('Connect this screen');
});
