import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { buildId, CLASSIC, classicScript } from './vite.classic.ts';
import { floorNotice } from './vite.floor.ts';
import { shortDefaults } from './vite.short-defaults.ts';

/**
 * The page inside of a TV's app, which the app opens as a file: addresses are relative, and all that
 * a page of a server fetches by itself is in the one script. `npm run package:tv` packs it.
 */
export default defineConfig({
  base: './',
  ...CLASSIC,
  build: {
    ...CLASSIC.build,
    outDir: join(import.meta.dirname, 'dist/packaged'),
    emptyOutDir: true,
    sourcemap: false,
    rolldownOptions: {
      ...CLASSIC.build.rolldownOptions,
      // Short names: a tar has room for 100 characters with the folders around them.
      output: { format: 'iife', assetFileNames: 'assets/[hash][extname]' },
    },
  },
  plugins: [shortDefaults(), packagedScript(), classicScript(), floorNotice('./'), buildId()],
});

/** The page's own markup with the app's script, and the place where the packer names the server. */
function packagedScript(): Plugin {
  return {
    name: 'packaged-script',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace('./main.ts', './packaged.ts').replace('<html ', '<html data-server="" '),
    },
  };
}
