import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../lib/root.mjs';
import { judgeProof, parseProof } from './proof.mjs';

const table = ['| Promise | Tests |', '|---|---|', '| P-1 | `a.test.ts`, `b.spec.ts` |'].join('\n');

/**
 * @param {string} file
 * @param {import('../suites/report-suite.mjs').TestRun['status']} status
 */
const run = (file, status) => ({ title: 'core [P-1] holds', file, status });

describe('the proof of the promises', () => {
  it('is read from a table', () => {
    expect(parseProof(table)).toEqual([{ promise: 'P-1', files: ['a.test.ts', 'b.spec.ts'] }]);
  });

  it('holds when each file has a passed test that quotes the promise', () => {
    const tests = [run('a.test.ts', 'passed'), run('b.spec.ts', 'passed')];
    expect(judgeProof(['P-1'], parseProof(table), tests)).toEqual([]);
  });

  it.each(['skipped', 'failed'])('takes a %s test for no proof', (status) => {
    const tests = [
      run('a.test.ts', 'passed'),
      run('b.spec.ts', /** @type {'skipped' | 'failed'} */ (status)),
    ];
    expect(judgeProof(['P-1'], parseProof(table), tests)).toEqual([
      'P-1 names b.spec.ts, where no test that quotes it was run and passed',
    ]);
  });

  it('asks a browser test of what a person would see, and a unit test of every promise', () => {
    expect(judgeProof(['P-2', 'P-4'], [], [])).toEqual([
      'P-2 names no .test.ts that proves it',
      'P-2 names no .spec.ts that proves it',
      'P-4 names no .test.ts that proves it',
    ]);
  });

  it('is told for each promise of the specification', () => {
    const proofs = parseProof(readFileSync(join(ROOT, 'SPEC.md'), 'utf8'));
    expect(proofs.map(({ promise }) => promise)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `P-${number}`),
    );
  });
});
