import { mergeTests } from '@playwright/test';
import { expect, test as withHost } from '../fixtures/embed-test.js';
import { PlainBrowser } from '../fixtures/plain-browser.js';
import { hourlyContent } from '../fixtures/school-content.js';
import { test as withEngines } from './test.js';
import { unpackEngine } from './unpack-engine.js';

const it = mergeTests(withHost, withEngines);

it('[EMB-1, EMB-3] chromium-64: the element in a page with a strict policy', async ({
  admin,
  school,
  server,
  host,
  script,
  policy,
  startEngine,
}, info) => {
  await admin.publish(school.id, hourlyContent('In an old browser', 'es-ES'));
  // It has no constructed style sheets, so the element's is a file of the server.
  host.policy = policy.replace("style-src 'self'", `style-src 'self' ${server.url}`);
  host.files.set(
    '/',
    `<!doctype html><html lang="en"><head><title>Old</title><script src="${script}"></script></head>
      <body><hallboard-screen token="${school.screenToken}"></hallboard-screen></body></html>`,
  );
  const browser = await startEngine((profileDir) =>
    PlainBrowser.start(unpackEngine('chromium-64'), profileDir),
  );
  await browser.open(host.origin);
  const inside = (test: string): string =>
    `(() => { const { shadowRoot: root } = document.querySelector('hallboard-screen'); return Boolean(root) && ${test}; })()`;
  await browser.until(inside("root.textContent.includes('In an old browser')"));
  // In the school's language, in the player's font and in its colours.
  await browser.until(inside("root.textContent.includes('Ahora')"));
  await browser.until(
    inside("getComputedStyle(root.querySelector('.hb')).backgroundColor === 'rgb(13, 19, 30)'"),
  );
  await browser.until("Array.from(document.fonts).some(({ status }) => status === 'loaded')");
  await info.attach('chromium-64-embed.png', {
    body: await browser.screenshot(),
    contentType: 'image/png',
  });
  expect(browser.errors.filter((text) => !text.includes('favicon'))).toEqual([]);
  expect(host.violations).toEqual([]);
});
