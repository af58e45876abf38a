import { describe, expect, it } from 'vitest';
import { chooseSuites } from './choose-suites.mjs';

const ALL = [
  { name: 'build' },
  { name: 'types', needsBuild: true },
  { name: 'lint' },
  { name: 'unit', needsBuild: true },
];

/** @param {...string} names */
const chosen = (...names) => chooseSuites(ALL, names).map(({ name }) => name);

describe('chooseSuites', () => {
  it('takes all where none is named, else those that are, in their own order', () => {
    expect(chosen()).toEqual(['build', 'types', 'lint', 'unit']);
    expect(chosen('lint', 'build')).toEqual(['build', 'lint']);
    expect(chosen('lint')).toEqual(['lint']);
  });

  it('builds before what needs it', () => {
    expect(chosen('unit', 'lint')).toEqual(['build', 'lint', 'unit']);
  });

  it('names what is no suite', () => {
    expect(() => chosen('lint', 'units')).toThrow('No such suite: units. There are: build, types,');
  });
});
