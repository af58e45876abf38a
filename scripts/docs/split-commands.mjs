/** A word in quotes or without, an operator that ends a command, or a comment. */
const TOKEN =
  /"([^"]*)"|'([^']*)'|(?<=^|\s)#.*|(&&|\|\|?|;|\d?>>?)|((?:\\.|[^\s"';|&<>]|<[^<>]*>)+)/gm;
const ENDS = /^(&&|\|\|?|;)$/;

/**
 * The commands of a line, as far as documentation needs a shell: words, quotes, comments, `&&`, `|`.
 * @param {string} line
 * @returns {string[][]} the words of each; what is redirected to counts as a word
 */
export function splitCommands(line) {
  /** @type {string[][]} */
  const commands = [[]];
  for (const [token, double, single, operator, word] of line.matchAll(TOKEN)) {
    if (operator !== undefined && ENDS.test(operator)) commands.push([]);
    else if (operator === undefined && !token.startsWith('#')) {
      commands.at(-1)?.push(double ?? single ?? word ?? '');
    }
  }
  return commands.filter((words) => words.length > 0).map(withoutSettings);
}

/** @param {string[]} words may begin with settings, as in `PORT=9000 npm start` */
function withoutSettings(words) {
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  return start === -1 ? [] : words.slice(start);
}
