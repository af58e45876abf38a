import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSuites } from './run-suites.mjs';

/** @type {string[]} */
let lines = [];

beforeEach(() => {
  lines = [];
  vi.spyOn(console, 'log').mockImplementation((line) => lines.push(line));
});

afterEach(() => vi.restoreAllMocks());

/**
 * @param {string} name
 * @param {Partial<import('./suite.mjs').Result>} result
 * @param {boolean} [needsBuild]
 * @returns {import('./suite.mjs').Suite}
 */
const suite = (name, result, needsBuild = false) => ({
  name,
  budgetMs: 1_000,
  needsBuild,
  run: async () => ({ passed: 0, failed: 0, skipped: 0, output: '', ...result }),
});

describe('runSuites', () => {
  it('goes on after a failure and adds up', async () => {
    const result = await runSuites([
      suite('lint', { failed: 2, output: 'why it failed' }),
      suite('unit', { passed: 5, notes: ['worth a word'] }),
    ]);
    expect(result).toMatchObject({ passed: 5, failed: 2, skipped: 0 });
    const text = lines.join('\n');
    expect(text).toContain('why it failed');
    expect(text).toContain('worth a word');
  });

  it('keeps the output of a passed suite to itself', async () => {
    await runSuites([suite('lint', { passed: 1, output: 'chatter' })]);
    expect(lines.join('\n')).not.toContain('chatter');
  });

  it('skips what needs the build when that failed, and runs the rest', async () => {
    const result = await runSuites([
      suite('build', { failed: 1 }),
      suite('browser', { passed: 9 }, true),
      suite('lint', { passed: 1 }),
    ]);
    expect(result).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  });

  it('fails a suite that ran nothing', async () => {
    expect(await runSuites([suite('unit', {})])).toMatchObject({ failed: 1 });
  });
});
