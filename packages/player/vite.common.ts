import { join } from 'node:path';
import type { UserConfig } from 'vite';

/** Names the second script to the bundler alone: what the page runs asks for it by its hash. */
export const SPLIT = 'hallboardLater';

/** How what a screen downloads is built. */
export const COMMON = {
  resolve: {
    conditions: ['source'],
    alias: [
      // Their default builds are for ES5, kilobytes larger.
      {
        find: /^reconnecting-websocket$/,
        replacement: 'reconnecting-websocket/reconnecting-websocket.ts',
      },
      {
        find: /^workbox-window$/,
        replacement: 'workbox-window/build/workbox-window.prod.mjs',
      },
      // Two kilobytes, most of it words about what is wrong, which no screen says.
      {
        find: /^(?:valibot|\.\/words\.js)$/,
        replacement: join(import.meta.dirname, '../shared/src/lean-valibot.ts'),
      },
    ],
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
      compress: {
        passes: 3,
        ecma: 2017,
        inline: 1,
        lhs_constants: false,
        pure_getters: true,
        // The latter is how `reconnecting-websocket` writes to the console, which it never does here.
        pure_funcs: [SPLIT, 'this._debug'],
      },
      safari10: false,
      // Names that begin so are private to the library that has them; none is the browser's.
      mangle: { properties: { regex: /^_([a-z]|_[a-zA-Z]$)/ } },
    },
  },
} as const satisfies UserConfig;
