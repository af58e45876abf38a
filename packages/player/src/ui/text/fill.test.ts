import { describe, expect, it } from 'vitest';
import { fill } from './fill.js';

describe('fill', () => {
  it('isolates each value from the sentence around it', () => {
    expect(fill('نراكم {day}', { day: 'Friday' })).toBe('نراكم \u2068Friday\u2069');
  });

  it('leaves a place whose value is missing, and takes a value literally', () => {
    expect(fill('{a} and {b}', { a: '$& {b}' })).toBe('\u2068$& {b}\u2069 and {b}');
  });
});
