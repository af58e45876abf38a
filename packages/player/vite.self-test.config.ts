import { join } from 'node:path';
import { defineConfig } from 'vite';

/**
 * The self-test: a classic script and a style sheet of their own, which the page takes up under
 * addresses with their hashes. They are no part of what a screen loads to paint.
 */
export default defineConfig({
  publicDir: false,
  resolve: { conditions: ['source'] },
  build: {
    outDir: join(import.meta.dirname, 'dist/self-test-page'),
    emptyOutDir: true,
    target: 'chrome64',
    minify: 'terser',
    modulePreload: false,
    lib: {
      entry: join(import.meta.dirname, 'src/self-test/main.ts'),
      formats: ['iife'],
      name: 'hallboardSelfTest',
      fileName: () => 'self-test.js',
    },
  },
});
