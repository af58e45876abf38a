/**
 * `npm run engines`: installs and builds what is missing, then plays a screen's main job in every
 * engine, or in those that are named, as in `npm run engines -- chromium-69`.
 */
import './lib/require-node.mjs';
import { build } from './lib/build.mjs';
import { installDependencies } from './lib/install.mjs';
import { orExit } from './lib/or-exit.mjs';
import { installSystemPrograms } from './lib/system-programs.mjs';

const engines = process.argv.slice(2);
/** @type {import('./lib/system-programs.mjs').SystemProgram[]} */
const browsers = ['chromium'];
if (engines.length === 0 || engines.includes('firefox-esr')) browsers.push('firefox-esr');

await orExit(async () => {
  await installDependencies();
  await installSystemPrograms(browsers);
  await build();
});
await import('../e2e/engines/sheet.mjs');
