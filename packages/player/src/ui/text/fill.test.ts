import { describe, expect, it } from 'vitest';
import { fill } from './fill.js';

describe('fill', () => {
  it('puts values into their places, literally, and leaves a place without one', () => {
    expect(fill('{a} and {b} and {c}', { a: '$& {b}', b: 'two' })).toBe('$& {b} and two and {c}');
  });

  it('adds no characters that old engines misread', () => {
    expect(fill('منذ {time}', { time: '١٠:٤١' })).toBe('منذ ١٠:٤١');
  });
});
