import { defineConfig } from 'vitest/config';

/** Tests run on the sources: the `source` condition of each package's exports. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'packages/*/*.test.ts',
      'scripts/**/*.test.{ts,mjs}',
      'e2e/simulation/**/*.test.ts',
      'e2e/fleet/*.test.ts',
    ],
    passWithNoTests: false,
    maxWorkers: '100%',
    // Only to end what hangs: a busy machine is no reason to fail.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
