import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { runCommand } from '../lib/run-command.mjs';

const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
const CONFIGS = ['biome.json', 'biome.boundaries.json', 'scripts/boundaries/no-ambient-date.grit'];
const ARGS = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];

/**
 * Lints files that exist nowhere else, under the project's own configuration.
 * @param {ReadonlyMap<string, string>} files contents by path inside the repository
 * @returns {Promise<Map<string, string[]>>} the rules that each file breaks, by path
 */
export async function lintPlanted(files) {
  const copy = mkdtempSync(join(tmpdir(), 'hallboard-planted-'));
  try {
    for (const config of CONFIGS) cpSync(join(ROOT, config), join(copy, config));
    for (const [path, content] of files) write(join(copy, path), content);
    const { output } = await runCommand(process.execPath, [BIOME, ...ARGS], { cwd: copy });
    return brokenRules(output, files);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/**
 * @param {string} output
 * @param {ReadonlyMap<string, string>} files
 */
function brokenRules(output, files) {
  const broken = new Map([...files.keys()].map((path) => [path, /** @type {string[]} */ ([])]));
  const report = output.split('\n').find((line) => line.startsWith('{'));
  if (report === undefined) throw new Error(`Biome did not report: ${output}`);
  for (const { category, location } of JSON.parse(report).diagnostics) {
    broken.get(location.path)?.push(category);
  }
  return broken;
}

/** @param {string} path @param {string} content */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
