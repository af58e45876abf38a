import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { tool } from './build.mjs';
import { ROOT } from './root.mjs';

const PLAYER = join(ROOT, 'packages/player');
const dir = mkdtempSync(join(tmpdir(), 'hallboard-build-'));

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

it('makes the same page in a shell that is set to develop something', {
  timeout: 60_000,
}, async () => {
  vi.stubEnv('NODE_ENV', 'development');
  const args = ['build', '--config', 'vite.packaged.config.ts', '--outDir', dir];
  await tool('vite/bin/vite.js', args, { cwd: PLAYER });
  // Its files are named by their hashes.
  const page = (/** @type {string} */ folder) => readFileSync(join(folder, 'index.html'), 'utf8');
  expect(page(dir)).toBe(page(join(PLAYER, 'dist/packaged')));
});
