import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';

const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');

/** @param {string} text @param {RegExp} pattern */
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found).sort();

it('documents every flag of the kiosk’s launcher, and no other', () => {
  const launcher = read('deploy/kiosk/hallboard-kiosk');
  const used = all(launcher, /^\s+(--[\w-]+(?:=[\w-]+)?)(?:=".*")?$|flags\+=\((--[^)]+)\)/gm).map(
    (flag) => flag ?? '--ozone-platform=wayland',
  );
  const rows =
    read('docs/devices.md')
      .match(/^\| `--.*$/gm)
      ?.join('\n') ?? '';
  const documented = all(rows, /`(--[^`]+)`(?=.*\|.*\|)/g);
  expect(used.length).toBeGreaterThan(10);
  expect(documented).toEqual(used.sort());
});
