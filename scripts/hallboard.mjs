/** `npm run hallboard`: the command line, as soon as it has been built. */
import './lib/require-node.mjs';
import { existsSync } from 'node:fs';

const cli = new URL('../packages/server/dist/cli/main.js', import.meta.url);
if (existsSync(cli)) void import(cli.href);
else {
  console.error('hallboard: This is not built yet. Run npm start, or npm run build.');
  process.exitCode = 1;
}
