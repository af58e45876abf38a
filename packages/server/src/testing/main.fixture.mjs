// Runs the server's main from its sources, so that no stale build is tested.
import { runnerImport } from 'vite';

await runnerImport(new URL('../main.ts', import.meta.url).pathname, {
  resolve: { conditions: ['source'] },
  logLevel: 'silent',
});
