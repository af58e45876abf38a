/** `npm run build`: everything that is shipped, into each package's `dist`. */
import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { orExit } from './lib/or-exit.mjs';

await orExit(async () => {
  await installDependencies();
  await build();
});
