import { join } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { COMMON } from './vite.common.ts';
import { shortDefaults } from './vite.short-defaults.ts';

/**
 * What other people's pages take: `vite build --mode script` makes the one script tag's files,
 * `--mode library` the modules of the npm package. Fonts and texts are files beside them, whose
 * addresses in scripts start with a slash: the element knows where they are.
 */
export default defineConfig(({ mode }): UserConfig => {
  const isScript = mode === 'script';
  return {
    root: import.meta.dirname,
    publicDir: false,
    resolve: isScript ? COMMON.resolve : { conditions: ['source'] },
    oxc: COMMON.oxc,
    plugins: isScript ? [shortDefaults()] : [],
    build: {
      outDir: join(import.meta.dirname, isScript ? 'dist/embed' : 'dist/lib'),
      emptyOutDir: true,
      target: COMMON.build.target,
      minify: isScript && COMMON.build.minify,
      terserOptions: COMMON.build.terserOptions,
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      rolldownOptions: isScript ? scriptOptions() : libraryOptions(),
    },
    experimental: {
      renderBuiltUrl: (path, { hostType }) =>
        hostType === 'css' ? { relative: true } : `/${path}`,
    },
  };
});

const DEPENDENCIES = Object.keys(manifest.dependencies);

const ASSETS = {
  assetFileNames: ({ names }: { names: readonly string[] }) =>
    names.some((name) => name.endsWith('.css')) ? 'hallboard.css' : 'assets/[name]-[hash][extname]',
};

function scriptOptions() {
  return {
    ...COMMON.build.rolldownOptions,
    input: { hallboard: 'src/element/script.ts' },
    preserveEntrySignatures: 'strict',
    output: { ...ASSETS, format: 'iife', name: 'Hallboard', entryFileNames: '[name].js' },
  } as const;
}

function libraryOptions() {
  return {
    input: {
      index: 'src/index.ts',
      element: 'src/element/index.ts',
      testing: 'src/testing/index.ts',
    },
    // The package's own dependencies stay what they are, for the page's bundler to share.
    external: (id: string) => DEPENDENCIES.some((name) => id === name || id.startsWith(`${name}/`)),
    preserveEntrySignatures: 'strict',
    output: {
      ...ASSETS,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  } as const;
}
