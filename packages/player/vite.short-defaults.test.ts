import { describe, expect, it } from 'vitest';
import { shortenDefaults } from './vite.short-defaults.js';

/** What tells the two comparisons apart, and what might. */
const VALUES = [undefined, null, 0, '', false, Number.NaN, 'x', {}];

/** What an expression of `x` and of `f`, which gives the next of some values, comes to. */
function outcomes(expression: string): unknown[] {
  const run = new Function('x', 'f', `let _a, y = 1; return [${expression}, _a, y];`);
  return VALUES.map((x, index) => {
    let calls = 0;
    const f = (): unknown => VALUES[(index + calls++) % VALUES.length];
    return [...run(x, f), calls];
  });
}

describe('shortenDefaults', () => {
  it.each([
    // As the compiler writes `x ?? 1` and `f() ?? 1`, alone and inside of each other.
    'x !== null && x !== void 0 ? x : 1',
    '(_a = f()) !== null && _a !== void 0 ? _a : 1',
    '(_a = x !== null && x !== void 0 ? x : f()) !== null && _a !== void 0 ? _a : 1',
    'x !== null && x !== void 0 ? x : (_a = f()) !== null && _a !== void 0 ? _a : 1',
    // Columns are counted in characters, not in bytes.
    '["الآن 🔔", x !== null && x !== void 0 ? x : "é"][1]',
  ])('makes one comparison of two, in their place: %s', (expression) => {
    const short = shortenDefaults(expression);
    expect(short).toHaveLength(expression.length);
    expect(short).not.toContain('!==');
    expect(outcomes(short)).toEqual(outcomes(expression));
  });

  it.each([
    // Look like it and are something else: each would come to something else.
    'x === x !== null && x !== void 0 ? x : 1',
    'typeof x !== null && x !== void 0 ? x : 1',
    '!x !== null && x !== void 0 ? x : 1',
    'f(x) !== null && x !== void 0 ? x : 1',
    '(y = x) !== null && _a !== void 0 ? _a : 1',
    '(y += x) !== null && y !== void 0 ? y : 1',
    'x !== null && x !== void f() ? x : 1',
    'x !== null || x !== void 0 ? x : 1',
    'x !== null && x !== void 0 ? y : 1',
    'x !== /* !== */ null && x !== void 0 ? x : 1',
    '"x !== null && x !== void 0 ? x : 1"',
    '`x !== null && x !== void 0 ? x : 1`',
    '/x !== null && x !== void 0 \\? x : 1/.source',
  ])('leaves alone: %s', (expression) => {
    expect(shortenDefaults(expression)).toBe(expression);
  });
});
