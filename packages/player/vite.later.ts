import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type UserConfig } from 'vite';

/** How both of the page's scripts are built. */
export const COMMON = {
  resolve: {
    conditions: ['source'],
    // Its default build is for ES5, a kilobyte larger.
    alias: { 'workbox-window': 'workbox-window/build/workbox-window.prod.mjs' },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'chrome64',
    // What is newer than that becomes shorter code where nothing is `document.all`.
    rolldownOptions: {
      transform: { assumptions: { noDocumentAll: true, setPublicClassFields: true } },
    },
    sourcemap: true,
    // A kilobyte smaller than by the default one, when compressed.
    minify: 'terser',
    terserOptions: {
      ecma: 2017,
      // No getter does anything, and no engine has Safari 10's defects in loops.
      compress: { passes: 2, ecma: 2017, inline: 1, lhs_constants: false, pure_getters: true },
      safari10: false,
      // Names that begin so are private to the library that has them; none is the browser's.
      mangle: { properties: { regex: /^_[a-z]/ } },
    },
  },
} as const satisfies UserConfig;

/**
 * Builds the second script beside the first, and names it in the page with its hash: one build id
 * covers both, and no script of another build runs (UPD-2).
 */
export function laterScript(): Plugin {
  let fileName = '';
  let integrity = '';
  return {
    name: 'later-script',
    enforce: 'post',
    async buildStart() {
      const output = await build({
        configFile: false,
        logLevel: 'warn',
        ...COMMON,
        root: join(import.meta.dirname, 'src/shell'),
        publicDir: false,
        build: {
          ...COMMON.build,
          write: false,
          rolldownOptions: {
            ...COMMON.build.rolldownOptions,
            input: join(import.meta.dirname, 'src/shell/later.ts'),
            output: { format: 'iife', entryFileNames: 'assets/later-[hash].js' },
          },
        },
      });
      if (!('output' in output)) throw new Error('The second script was not built.');
      for (const file of output.output) {
        const source = file.type === 'chunk' ? file.code : file.source;
        this.emitFile({ type: 'asset', fileName: file.fileName, source });
        if (file.type !== 'chunk') continue;
        fileName = file.fileName;
        integrity = `sha256-${createHash('sha256').update(source).digest('base64')}`;
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          '<html ',
          `<html data-later="/${fileName}" data-later-integrity="${integrity}" `,
        ),
    },
  };
}
