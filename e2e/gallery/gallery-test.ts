import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { CHROMIUM_PATH } from '../fixtures/chromium-path.mjs';
import { buildSite } from '../fixtures/site.mjs';
import type { GalleryPage } from './page.js';

const SITE = fileURLToPath(new URL('../../artifacts/gallery/site-of-tests', import.meta.url));

export type School = Parameters<GalleryPage['show']>[1];

/** The gallery in a browser. */
export class Gallery {
  constructor(readonly page: Page) {}

  states(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.gallery?.states ?? []);
  }

  async show(state: string, school: School): Promise<void> {
    await this.page.evaluate(([name, of]) => window.gallery?.show(name, of), [
      state,
      school,
    ] as const);
  }

  /** Without a new start, as when a day goes on; resolves once it is painted. */
  async change(state: string, school: School): Promise<void> {
    await this.page.evaluate(
      ([name, of]) => {
        window.gallery?.change(name, of);
        return new Promise<void>((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        });
      },
      [state, school] as const,
    );
  }

  /** Lets time pass within the scene; resolves once it is painted. */
  async tick(ms: number): Promise<void> {
    await this.page.evaluate((by) => {
      window.gallery?.tick(by);
      return new Promise<void>((done) => requestAnimationFrame(() => done()));
    }, ms);
  }

  /** What is wrong with what is shown. */
  check(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.gallery?.check() ?? ['there is no gallery']);
  }
}

/** Everything fixed that a picture depends on: fonts, clock, size, hinting, colours; no motion. */
export const test = base.extend<{ gallery: Gallery }, { site: string }>({
  site: [
    async ({}, use) => {
      const server = await buildSite(new URL('.', import.meta.url), SITE);
      await use(server.resolvedUrls?.local[0] ?? '');
      await server.close();
    },
    { scope: 'worker' },
  ],
  // Here and not by `test.use`, which is for the file of a test.
  viewport: { width: 1280, height: 720 },
  launchOptions: [
    {
      executablePath: CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--force-color-profile=srgb',
      ],
    },
    { scope: 'worker' },
  ],
  gallery: async ({ page, site }, use) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(site);
    await use(new Gallery(page));
  },
});

export { expect } from '@playwright/test';
