import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { buildId, CLASSIC, classicScript } from './vite.classic.ts';
import { floorNotice } from './vite.floor.ts';
import { laterScript } from './vite.later.ts';
import { selfTestFiles } from './vite.self-test-files.ts';
import { shortDefaults } from './vite.short-defaults.ts';

/** Apart from the compiler's output in `dist`, so that each build may empty its own. */
const PAGE = join(import.meta.dirname, 'dist/page');

/**
 * The standalone page and its service worker, for engines from Chromium 64 on (platforms that the
 * project supports from 2020 on have 68). Classic scripts, one style sheet, nothing inline, so that
 * it runs under the server's policy (SEC-2).
 */
export default defineConfig({
  base: '/',
  ...CLASSIC,
  build: {
    ...CLASSIC.build,
    outDir: PAGE,
    emptyOutDir: true,
    // They lie beside the scripts for whoever looks for a fault; no screen is to read their names.
    sourcemap: 'hidden',
    // `laterScript` makes classic scripts of its two.
    rolldownOptions: { ...CLASSIC.build.rolldownOptions, output: { format: 'es' } },
  },
  plugins: [
    shortDefaults(),
    classicScript(),
    laterScript(),
    floorNotice(),
    selfTestFiles(),
    preloadFonts(),
    buildId(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '../service-worker',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        target: 'chrome63',
        rollupFormat: 'iife',
        globPatterns: ['index.html', 'assets/*.{js,css,woff2,json}'],
        manifestTransforms: [toPrecache],
      },
    }),
  ],
});

/**
 * Asks for the fonts of the first picture beside the script and not after it. Every school's digits
 * and most schools' texts are in these two; a picture waits a moment for any other (`FontHold`).
 */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => /inter-latin-[47]00/.test(file))
          .map((file) => ({
            tag: 'link',
            // A font is always fetched in CORS mode: without it, this would be another request.
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              crossorigin: true,
              href: `/${file}`,
            },
            injectTo: 'head',
          })),
    },
  };
}

interface PrecacheEntry {
  url: string;
  revision: string | null;
  size: number;
  integrity?: string;
}

/**
 * The files as the server serves them, each with its hash: what a captive portal answers in their
 * place then fails the installation, and the old worker stays (P-1). The page's revision is the
 * build's id, which the worker takes for its own.
 */
async function toPrecache(entries: PrecacheEntry[]): Promise<{ manifest: PrecacheEntry[] }> {
  const manifest = await Promise.all(
    entries.map(async (entry) => {
      const file = await readFile(join(PAGE, entry.url));
      const integrity = `sha256-${createHash('sha256').update(file).digest('base64')}`;
      if (entry.url !== 'index.html') return { ...entry, url: `/${entry.url}`, integrity };
      const revision = /data-build="(\w+)"/.exec(file.toString())?.[1];
      if (revision === undefined) throw new Error('The page does not name its build.');
      return { ...entry, url: '/screen', revision, integrity };
    }),
  );
  return { manifest };
}
