import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { COMMON } from './vite.common.ts';

/**
 * How the standalone page is built, wherever it is loaded from: classic scripts, one style sheet,
 * nothing inline, for engines from Chromium 64 on.
 */
export const CLASSIC = {
  root: join(import.meta.dirname, 'src/shell'),
  publicDir: false,
  ...COMMON,
  build: {
    ...COMMON.build,
    modulePreload: false,
    // Otherwise Vite puts styles into a classic script, which adds them inline.
    cssCodeSplit: false,
    // The policy knows no fonts and images inside of style sheets.
    assetsInlineLimit: 0,
    rolldownOptions: { ...COMMON.build.rolldownOptions, output: { format: 'iife' } },
  },
} as const satisfies UserConfig;

/** Vite writes module scripts, which wait for a fetch in CORS mode that old engines do not need. */
export function classicScript(): Plugin {
  return {
    name: 'classic-script',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replace('<script type="module" crossorigin', '<script defer')
          .replaceAll(' crossorigin', ''),
    },
  };
}

/** Names the build in the page, by what the page refers to: each of its files has a hash (UPD-3). */
export function buildId(): Plugin {
  return {
    name: 'build-id',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const id = createHash('sha256').update(html).digest('hex').slice(0, 16);
        return html.replace('<html ', `<html data-build="${id}" `);
      },
    },
  };
}
