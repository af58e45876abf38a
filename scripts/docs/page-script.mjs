import { isRun } from './judge-fences.mjs';

/**
 * @param {readonly import('./read-page.mjs').Fence[]} fences of a page
 * @param {import('./stand-ins.mjs').StandIns} [standIns]
 * @returns {string} a script of all commands that are run, each at its line in the page, so that
 *   bash's messages name that
 * @throws {Error} about a stand-in for what is not there
 */
export function pageScript(fences, { before = [], replace = {} } = {}) {
  /** @type {string[]} */
  const script = [];
  for (const { line, lines } of fences.filter(isRun)) {
    for (const [index, command] of lines.entries()) script[line - 1 + index] = command;
  }
  // In front of the first command, where a heading is.
  if (before.length > 0) script[0] = before.join('; ');
  return Object.entries(replace).reduce(
    (text, [found, instead]) => {
      if (!text.includes(found)) throw new Error(`The stand-in for "${found}" stands for nothing.`);
      return text.replaceAll(found, () => instead);
    },
    Array.from(script, (line) => line ?? '').join('\n'),
  );
}
