/** Installs and builds what is missing, then becomes the server. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { installDependencies } from './install.mjs';
import { orExit } from './or-exit.mjs';
import { ROOT } from './root.mjs';

await orExit(async () => {
  await installDependencies();
  await build();
});

// In this very process, so that signals and the exit code are the server's own.
process.chdir(ROOT);
process.env.DEMO ??= 'true';
const main = join(ROOT, 'packages/server/dist/main.js');
process.argv[1] = main;
process.setSourceMapsEnabled(true);
await import(pathToFileURL(main).href);
