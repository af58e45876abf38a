/**
 * @typedef {object} Rule
 * @property {string} id `POLL-3`
 * @property {boolean} done marked `[x]`: said to hold in full
 * @property {string} text
 */

const RULE = /^- \[([ x])\] \*\*([A-Z]+-\d+)\*\* (.+)$/;
const LIKE_A_RULE = /^\s*[-*] (\[|\**[A-Z]+-\d+)/;
const QUOTE = /\[([A-Z]+-\d+(?:, ?[A-Z]+-\d+)*)\]/g;

/**
 * Reads the rules of a specification: list items such as `- [x] **POLL-3** The socket's state …`.
 * @param {string} markdown
 * @returns {{ rules: Rule[], problems: string[] }}
 */
export function parseRules(markdown) {
  /** @type {Rule[]} */
  const rules = [];
  /** @type {string[]} */
  const problems = [];
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, mark, id, text] = RULE.exec(line) ?? [];
    if (id !== undefined && text !== undefined) {
      problems.push(...misplaced(id, rules));
      rules.push({ id, done: mark === 'x', text });
    } else if (LIKE_A_RULE.test(line)) {
      problems.push(`SPEC.md:${index + 1} looks like a rule but is not written as one`);
    }
  }
  if (rules.length === 0) problems.push('SPEC.md has no rules');
  return { rules, problems };
}

/**
 * The rules that a test's title quotes: `[POLL-3, WS-5] keeps polling` quotes two.
 * @param {string} title
 * @returns {string[]} each once
 */
export function quotedRules(title) {
  const groups = [...title.matchAll(QUOTE)].map(([, ids = '']) => ids);
  return [...new Set(groups.flatMap((ids) => ids.split(/, ?/)))];
}

/**
 * @param {string} id
 * @param {readonly Rule[]} earlier
 * @returns {string[]}
 */
function misplaced(id, earlier) {
  if (earlier.some((rule) => rule.id === id)) return [`${id} is there twice`];
  const previous = earlier.at(-1)?.id;
  if (previous === undefined || section(previous) !== section(id)) return [];
  return number(previous) < number(id) ? [] : [`${id} comes after ${previous}`];
}

/** @param {string} id */
function section(id) {
  return id.slice(0, id.lastIndexOf('-'));
}

/** @param {string} id */
function number(id) {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}
