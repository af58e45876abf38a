import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';

const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');
const UNIT = read('deploy/server/hallboard.service');
const PAGE = read('docs/running.md');

/** @param {string} name @param {string} [text] */
function setting(name, text = UNIT) {
  const value = new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`There is no ${name}`);
  return value;
}

it('[SRV-6] gives the server the time that it takes to drain', () => {
  const drainMs = /MAX_DRAIN_MS = ([\d_]+)/.exec(read('packages/server/src/main.ts'))?.[1];
  expect(Number(setting('TimeoutStopSec')) * 1000).toBeGreaterThan(
    Number(drainMs?.replaceAll('_', '')),
  );
});

it('starts what is built, and keeps its data where the command line looks', () => {
  const main = setting('ExecStart').split(' ').at(-1) ?? '';
  expect(existsSync(join(ROOT, main))).toBe(true);
  const data = `/var/lib/${setting('StateDirectory')}`;
  expect(setting('Environment')).toBe(`DATA_DIR=${data}`);
  const commandLine = read('deploy/server/hallboard');
  expect(commandLine).toContain(`:-${data}}`);
  const cli = commandLine.split(`${setting('WorkingDirectory')}/`)[1]?.split(' ')[0] ?? '';
  expect(existsSync(join(ROOT, cli))).toBe(true);
});

it('[OBS-1] has a row for every alert, and for no other', () => {
  const rules = read('deploy/prometheus/hallboard.rules.yml');
  const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  const rows = [...PAGE.matchAll(/^\| (`Hallboard.*?) \|/gm)].flatMap(([, names = '']) =>
    names.split(', ').map((name) => name.replaceAll('`', '')),
  );
  expect(rows.sort()).toEqual(alerts.sort());
});
