/**
 * `npm run package:tv -- tizen|webos --server URL [--out FILE]`: packs the player as an app for
 * Samsung's or LG's displays, which starts from the display itself when the network is away.
 */
import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { orExit } from './lib/or-exit.mjs';
import { readTvArguments } from './tv/tv-arguments.mjs';

await orExit(async () => {
  const order = readTvArguments(process.argv.slice(2));
  await installDependencies();
  await build();
  // Its libraries are installed by now.
  const { writePackage } = await import('./tv/write-package.mjs');
  const { path, bytes } = await writePackage(order);
  console.log(`${path} (${Math.round(bytes / 1000)} kB), for the server at ${order.server}`);
  console.log('It is not signed; the next steps are in docs/devices.md, "Packaged apps".');
});
