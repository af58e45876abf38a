/** What a command names has to exist, also where the command itself cannot be run here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/root.mjs';
import { ALL_SUITES } from '../suites/all-suites.mjs';
import { judgeHallboard } from './command-line.mjs';
import { splitCommands } from './split-commands.mjs';

/** @type {{readonly scripts: Readonly<Record<string, string>>}} */
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
/** Commands of npm's own that the documentation may name. */
const NPM = new Set(['install']);
const SUITES = new Set(ALL_SUITES.map(({ name }) => name));
const FOLDERS = new Set(
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['artifacts', 'data'].includes(entry.name))
    .map(({ name }) => name),
);
/** Commands in a page run in the root, and after `cd e2e` in there. */
const PLACES = [ROOT, join(ROOT, 'e2e')];

/**
 * @param {string} line a line of a shell, or code in a sentence
 * @returns {string[]} what of it does not exist
 */
export function judgeNames(line) {
  return splitCommands(line).flatMap((words) => [...judgeCommand(words), ...judgePaths(words)]);
}

/** @param {readonly string[]} words */
function judgeCommand([program, ...words]) {
  if (program === 'hallboard') return judgeHallboard(words);
  if (program !== 'npm') return [];
  const isRun = words[0] === 'run';
  const [script = '', ...rest] = words.slice(isRun ? 1 : 0).filter((word) => word !== '--silent');
  const args = rest.filter((word) => word !== '--');
  if (!(script in scripts))
    return !isRun && NPM.has(script) ? [] : [`there is no npm script "${script}"`];
  if (script === 'hallboard') return judgeHallboard(args);
  if (script !== 'test') return [];
  return args.filter((suite) => !SUITES.has(suite)).map((suite) => `there is no suite "${suite}"`);
}

/** @param {readonly string[]} words */
function judgePaths(words) {
  return words
    .filter((word) => isPath(word) && !PLACES.some((place) => existsSync(join(place, word))))
    .map((word) => `there is no ${word}`);
}

/** @param {string} word */
function isPath(word) {
  const [folder = '', ...rest] = word.split('/');
  return rest.length > 0 && FOLDERS.has(folder) && !/[<>*…{}]/.test(word);
}
