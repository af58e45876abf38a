import { describe, expect, it } from 'vitest';
import { formatRevision, parseRevision } from './revision.js';
import { formatStatusTag } from './status.js';

describe('revision', () => {
  it('round-trips', () => {
    expect(parseRevision(formatRevision('k3x9', 12))).toEqual({ epoch: 'k3x9', sequence: 12 });
  });

  it.each(['', 'k3x9', 'k3x9.', '.12', 'k3x9.-1', 'K3.1', 'a.1.2', 'a.1 '])(
    'refuses %j',
    (text) => {
      expect(parseRevision(text)).toBeUndefined();
    },
  );

  it('[SNAP-8] is compared together with the version of the screen object', () => {
    expect(formatStatusTag('a.1', 1)).not.toBe(formatStatusTag('a.1', 2));
    expect(formatStatusTag('a.1', 1)).toBe('"a.1/1"');
  });
});
