import type { MediaItem, MediaRef, Snapshot } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { at, dayOf, snapshotOf } from '../scene/snapshot.fixture.js';
import { neededFiles } from './needed-files.js';
import { playableSnapshot } from './playable-snapshot.js';

const file = (hash: string, mimeType = 'image/png'): MediaRef => ({ hash, mimeType, bytes: 1 });

const FILM: MediaItem = {
  id: 'film',
  groups: [],
  kind: 'video',
  file: file('film', 'video/mp4'),
  poster: file('poster'),
  durationMs: 8000,
};

const snapshot: Snapshot = snapshotOf([dayOf(0)], { media: [FILM] });
const shown = (...open: string[]) => playableSnapshot(snapshot, open).media;

it('[STORE-4, TIME-3] needs the sounds of bells before the logo and all pictures', () => {
  const { school, ...rest } = snapshotOf([dayOf(0)], { media: [FILM] });
  const withBells: Snapshot = {
    ...rest,
    school: { ...school, logo: file('logo') },
    bells: { sounds: { break: file('gong', 'audio/wav'), period: file('chime', 'audio/mpeg') } },
  };
  const hashes = neededFiles(withBells, at('08:00')).map((needed) => needed.file.hash);
  expect(hashes).toEqual(['chime', 'gong', 'logo', 'poster', 'film']);
  expect(playableSnapshot(withBells, ['logo', 'poster', 'film'])).toBe(withBells);
});

describe('a video with a poster', () => {
  it('[STORE-4] needs the poster first', () => {
    const hashes = neededFiles(snapshot, at('08:00')).map(({ file }) => file.hash);
    expect(hashes).toEqual(['poster', 'film']);
  });

  it('[STORE-4] is its poster until it has verified, and never waits for it', () => {
    const { poster, ...plain } = FILM;
    expect(shown()).toEqual([]);
    expect(shown('poster')).toEqual([{ ...plain, kind: 'image', file: poster }]);
    expect(shown('film')).toEqual([plain]);
    expect(shown('poster', 'film')).toEqual([FILM]);
  });
});
