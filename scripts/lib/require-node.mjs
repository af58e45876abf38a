/**
 * Imported first by every script: says plainly that this Node is too old, instead of letting a
 * later step fail in a way that does not tell. It, and the two scripts that people start who are no
 * developers, are written so that Node 12 can read them: systems that old are still about.
 */
import { readFileSync } from 'node:fs';
import { isAtLeast } from './versions.mjs';

const manifest = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), { encoding: 'utf8' }),
);
const floor = manifest.engines.node.replace('>=', '');
if (!isAtLeast(process.versions.node, floor)) {
  console.error(`Hallboard needs Node ${floor} or newer; this is Node ${process.versions.node}.`);
  console.error('Newer releases are at https://nodejs.org.');
  process.exit(1);
}
