import { describe, expect, it } from 'vitest';
import { sampleScreen, sampleSnapshot } from '../testing/sample-snapshot.js';
import type { Shown } from './state.js';
import { isShown, newestOf, type Wanted } from './wanted.js';

const shown: Shown = {
  kind: 'content',
  generation: {
    seq: 1,
    revision: 'a.5',
    etag: '"a.5"',
    body: '',
    checksum: '',
    screen: sampleScreen({ version: 3 }),
  },
  snapshot: sampleSnapshot({ days: 1 }),
  skippedItems: 0,
};

function wantOf(revision: string, changes: Partial<Wanted> = {}): Wanted {
  return { revision, screenVersion: undefined, spreadMs: 0, urgent: false, ...changes };
}

describe('isShown', () => {
  it('[WS-5] is false for any other revision, lower ones included', () => {
    expect(isShown(shown, wantOf('a.5'))).toBe(true);
    for (const revision of ['a.6', 'a.4', 'b.5'])
      expect(isShown(shown, wantOf(revision))).toBe(false);
  });

  it('[SNAP-8] is false where the screen object alone has changed', () => {
    expect(isShown(shown, wantOf('a.5', { screenVersion: 3 }))).toBe(true);
    expect(isShown(shown, wantOf('a.5', { screenVersion: 4 }))).toBe(false);
  });

  it('is false while nothing is shown', () => {
    expect(isShown({ kind: 'empty' }, wantOf('a.5'))).toBe(false);
  });
});

describe('newestOf', () => {
  it('[ALERT-2] keeps the later revision, and never loses an urgency', () => {
    const alert = wantOf('a.6', { urgent: true });
    expect(newestOf(alert, wantOf('a.7'))).toEqual(wantOf('a.7', { urgent: true }));
    expect(newestOf(wantOf('a.6'), wantOf('a.7'))).toEqual(wantOf('a.7'));
    expect(newestOf(undefined, alert)).toEqual(alert);
  });
});
