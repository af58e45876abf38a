import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** No inline style, no inline script: what the UI does must pass the strictest policy (SEC-2). */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src data:";

/** The gallery's page, built for the oldest supported engine as the shipped page is. */
export async function buildSite(outDir) {
  const config = {
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'warn',
    resolve: { conditions: ['source', 'browser', 'module', 'import', 'default'] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir, emptyOutDir: true, target: 'chrome64', assetsInlineLimit: 0 },
    preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': POLICY } },
  };
  await build(config);
  return preview(config);
}
