import { describe, expect, it } from 'vitest';
import { atLeastOne, summary, total } from './suite.mjs';

const result = { passed: 2, failed: 1, skipped: 3, output: 'x\n' };

describe('total', () => {
  it('adds up, and keeps outputs and notes in order', () => {
    const sum = total([result, { ...result, notes: ['n'] }]);
    expect(sum).toEqual({ passed: 4, failed: 2, skipped: 6, output: 'x\nx\n', notes: ['n'] });
    expect(summary(sum)).toBe('4 passed, 2 failed, 6 skipped');
  });
});

describe('atLeastOne', () => {
  it('fails a suite that ran nothing, also when it skipped', () => {
    const nothing = atLeastOne({ passed: 0, failed: 0, skipped: 5, output: '' });
    expect(nothing.failed).toBe(1);
    expect(nothing.output).toContain('ran no test');
  });

  it('leaves others alone', () => {
    expect(atLeastOne(result)).toBe(result);
  });
});
