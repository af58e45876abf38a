import { quotedRules } from './rules.mjs';

/**
 * @typedef {import('../suites/report-suite.mjs').TestRun} TestRun
 * @typedef {object} Evidence
 * @property {import('./rules.mjs').Rule} rule
 * @property {readonly TestRun[]} tests that quote the rule, as they were executed
 */

/**
 * Puts every rule beside the tests that quote it. A rule that is marked done needs a test that was
 * run and passed: a skipped one proves nothing.
 * @param {readonly import('./rules.mjs').Rule[]} rules
 * @param {readonly TestRun[]} tests
 * @returns {{ evidence: Evidence[], problems: string[] }}
 */
export function judgeSpec(rules, tests) {
  const known = new Set(rules.map((rule) => rule.id));
  const evidence = rules.map((rule) => ({
    rule,
    tests: tests.filter((test) => quotedRules(test.title).includes(rule.id)),
  }));
  const unknown = tests.flatMap((test) =>
    quotedRules(test.title)
      .filter((id) => !known.has(id))
      .map((id) => `${id} is not in SPEC.md, but quoted by: ${test.title}`),
  );
  const unproven = evidence
    .filter((item) => item.rule.done && !isProven(item))
    .map(({ rule }) => `${rule.id} is marked done, but no test that quotes it was run and passed`);
  return { evidence, problems: [...unknown, ...unproven] };
}

/** @param {Evidence} evidence */
function isProven({ tests }) {
  return tests.some((test) => test.status === 'passed');
}

/** @param {readonly Evidence[]} evidence @returns {string} one line */
export function summarizeSpec(evidence) {
  const done = evidence.filter(({ rule }) => rule.done).length;
  const begun = evidence.filter((item) => !item.rule.done && isProven(item)).length;
  const open = evidence.length - done - begun;
  return `${evidence.length} rules: ${done} done, ${begun} with passed tests but not done, ${open} open`;
}

/** @param {Evidence} evidence @returns {string} a line for the rule and one for each test */
export function describeEvidence({ rule, tests }) {
  const head = `[${rule.done ? 'x' : ' '}] ${rule.id}${tests.length === 0 ? '  no test' : ''}`;
  return [head, ...tests.map((test) => `      ${test.status.padEnd(7)} ${test.title}`)].join('\n');
}
