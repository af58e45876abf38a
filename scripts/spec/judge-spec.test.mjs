import { describe, expect, it } from 'vitest';
import { describeEvidence, judgeSpec, summarizeSpec } from './judge-spec.mjs';

const done = { id: 'A-1', done: true, text: 'One' };
const open = { id: 'A-2', done: false, text: 'Two' };

/**
 * @param {string} rule
 * @param {import('../suites/report-suite.mjs').TestRun['status']} status
 */
const quoting = (rule, status) => ({ title: `thing [${rule}] works`, status });

describe('judgeSpec', () => {
  it('is content when what is marked done was run and passed', () => {
    const { evidence, problems } = judgeSpec([done, open], [quoting('A-1', 'passed')]);
    expect(problems).toEqual([]);
    expect(evidence.map(({ tests }) => tests.length)).toEqual([1, 0]);
    expect(summarizeSpec(evidence)).toBe(
      '2 rules: 1 done, 0 with passed tests but not done, 1 open',
    );
  });

  it.each(['skipped', 'failed'])('takes a %s test for no proof', (status) => {
    const test = quoting('A-1', /** @type {'skipped' | 'failed'} */ (status));
    expect(judgeSpec([done], [test]).problems).toEqual([
      'A-1 is marked done, but no test that quotes it was run and passed',
    ]);
  });

  it('asks for no proof of an open rule, and shows the tests it has', () => {
    const { evidence, problems } = judgeSpec([open], [quoting('A-2', 'passed')]);
    expect(problems).toEqual([]);
    expect(evidence.map(describeEvidence)).toEqual(['[ ] A-2\n      passed  thing [A-2] works']);
  });

  it('refuses a quotation of a rule that does not exist', () => {
    expect(judgeSpec([open], [quoting('B-9', 'passed')]).problems).toEqual([
      'B-9 is not in SPEC.md, but quoted by: thing [B-9] works',
    ]);
  });
});
