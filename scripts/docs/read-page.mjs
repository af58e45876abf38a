/**
 * @typedef {object} Fence a fenced block
 * @property {number} line of its first line of content, from 1
 * @property {string} language as the fence names it
 * @property {string} mark what stands behind the language
 * @property {readonly string[]} lines its content, less the fence's own indent
 *
 * @typedef {object} Span code within a sentence
 * @property {number} line from 1
 * @property {string} code
 *
 * @typedef {object} Page
 * @property {readonly Fence[]} fences
 * @property {readonly Span[]} spans
 */

const FENCE = /^(\s*)(```+)\s*([^\s`]*)\s*([^`]*)$/;

/**
 * @param {string} text Markdown
 * @returns {Page}
 * @throws {Error} about a fence that is not closed
 */
export function readPage(text) {
  /** @type {Fence[]} */
  const fences = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = '', ticks, language = '', mark = ''] = FENCE.exec(lines[index] ?? '') ?? [];
    if (ticks === undefined) continue;
    const first = index + 1;
    const end = lines.findIndex((line, at) => at >= first && line.trim() === ticks);
    if (end === -1) throw new Error(`The fence in line ${first} is not closed.`);
    const content = lines.slice(first, end).map((line) => line.slice(indent.length));
    fences.push({ line: first + 1, language, mark: mark.trim(), lines: content });
    // What is left is prose, with its lines where they were.
    lines.fill('', index, end + 1);
    index = end;
  }
  return { fences, spans: readSpans(lines.join('\n')) };
}

/**
 * @param {string} prose
 * @returns {Span[]}
 */
function readSpans(prose) {
  return [...prose.matchAll(/(?<!`)`([^`]+)`(?!`)/g)].map(({ index, 1: code = '' }) => ({
    line: prose.slice(0, index).split('\n').length,
    code: code.replace(/\s+/g, ' ').trim(),
  }));
}
