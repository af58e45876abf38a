import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../lib/root.mjs';

/**
 * The part of commander's command that is asked here.
 * @typedef {object} Command
 * @property {() => string} name
 * @property {readonly Command[]} commands
 * @property {readonly {readonly long?: string, readonly short?: string}[]} options
 */

/** The built `hallboard`, which is asked what it knows, and never run. */
const { createProgram } = await import(
  pathToFileURL(join(ROOT, 'packages/server/dist/cli/program.js')).href
);
/** @type {Command} */
const PROGRAM = createProgram({ print: () => undefined });

/**
 * @param {readonly string[]} words behind `hallboard`
 * @returns {string[]} what of it does not exist
 */
export function judgeHallboard(words) {
  /** @type {Command[]} */
  const path = [PROGRAM];
  for (const word of words) {
    const known = path.at(-1)?.commands ?? [];
    if (known.length === 0 || word.startsWith('-') || word === '…') break;
    const next = known.find((command) => command.name() === word);
    if (next === undefined)
      return [`there is no "hallboard ${words.slice(0, path.length).join(' ')}"`];
    path.push(next);
  }
  const options = path.flatMap((command) => command.options);
  const name = path.map((command) => command.name()).join(' ');
  return words
    .filter((word) => /^--?[a-z]/.test(word) && word !== '--help')
    .map((word) => word.replace(/=.*/, ''))
    .filter((word) => !options.some(({ long, short }) => long === word || short === word))
    .map((word) => `"${name}" has no option ${word}`);
}
