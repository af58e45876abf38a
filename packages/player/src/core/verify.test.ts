import { describe, expect, it } from 'vitest';
import type { Generation } from '../ports/snapshot-store.js';
import { sampleScreen, sampleSnapshot } from '../testing/sample-snapshot.js';
import { checksum } from './checksum.js';
import { highestSeq, newestVerified, readBody } from './verify.js';

function generationOf(seq: number, changes: Partial<Generation> = {}): Generation {
  const revision = `sample.${seq}`;
  const body = JSON.stringify({ ...sampleSnapshot({ days: 2 }), revision });
  const etag = `"${revision}"`;
  return {
    seq,
    revision,
    etag,
    body,
    checksum: checksum(body),
    screen: sampleScreen(),
    ...changes,
  };
}

/** What the device gives back need not be what was written. */
function damaged(value: unknown): Generation {
  return value as Generation;
}

describe('newestVerified', () => {
  it('[STORE-2] takes the highest seq that verifies, in whatever order they are found', () => {
    const generations = [generationOf(8), generationOf(10), generationOf(9)];
    expect(newestVerified(generations)?.generation.seq).toBe(10);
    expect(newestVerified(generations)?.snapshot.revision).toBe('sample.10');
  });

  it.each([
    ['a body cut short', { body: generationOf(2).body.slice(0, 500) }],
    ['a checksum of another body', { checksum: checksum('other') }],
    ['a body that is no snapshot', { body: '{}', checksum: checksum('{}') }],
    ['a body that is not JSON', { body: '<html>', checksum: checksum('<html>') }],
    ['another revision than its body', { revision: 'sample.99' }],
    ['a screen that is none', { screen: { ...sampleScreen(), version: 0 } }],
  ])('[STORE-2] passes over %s and takes the one before', (_, changes) => {
    const generations = [generationOf(1), generationOf(2, changes)];
    expect(newestVerified(generations)?.generation.seq).toBe(1);
  });

  it('survives whatever a device gives back', () => {
    const junk = [null, undefined, 7, {}, { seq: 'high' }, { seq: 9 }, { seq: Number.NaN }];
    expect(newestVerified(junk.map(damaged))).toBeUndefined();
    expect(newestVerified([...junk.map(damaged), generationOf(3)])?.generation.seq).toBe(3);
    expect(newestVerified([])).toBeUndefined();
  });

  it('does not believe a seq that leaves no room for the next', () => {
    const generations = [generationOf(Number.MAX_SAFE_INTEGER), generationOf(3)];
    expect(newestVerified(generations)?.generation.seq).toBe(3);
    expect(highestSeq(generations)).toBe(3);
  });
});

describe('highestSeq', () => {
  it('counts what does not verify too, so that the next write is the newest', () => {
    expect(highestSeq([generationOf(4), generationOf(9, { body: 'spoilt' })])).toBe(9);
    expect(highestSeq([])).toBe(0);
  });
});

describe('readBody', () => {
  it('[SNAP-1] names what is wrong first', () => {
    const { school: _, ...rest } = sampleSnapshot({ days: 1 });
    const reading = readBody(JSON.stringify(rest));
    expect(reading).toMatchObject({ ok: false, detail: expect.stringContaining('school') });
  });

  it('[SNAP-7] counts the items that it steps over', () => {
    const announcements = [{ id: 'n1', level: 'celebration', title: 'Party', groups: [] }];
    const body = JSON.stringify({ ...sampleSnapshot({ days: 1 }), announcements });
    expect(readBody(body)).toMatchObject({ ok: true, skippedItems: 1 });
  });
});
