import type { MediaItem } from '@hallboard/shared';
import { expect, it } from 'vitest';
import { playlistAt } from './playlist.js';

function itemOf(id: string, durationMs: number): MediaItem {
  const file = { hash: id.repeat(64), mimeType: 'image/png', bytes: 1 };
  return { id, groups: [], kind: 'image', file, durationMs };
}

const ITEMS = [itemOf('a', 10_000), itemOf('b', 5_000), itemOf('c', 20_000)];
const at = (items: readonly MediaItem[], nowMs: number): string =>
  playlistAt(items, nowMs)
    .map(({ id }) => id)
    .join('');

it('shows each item for its time, in order and over again', () => {
  const turns = [0, 9_999, 10_000, 14_999, 15_000, 34_999, 35_000].map((ms) => at(ITEMS, ms));
  expect(turns).toEqual(['ab', 'ab', 'bc', 'bc', 'ca', 'ca', 'ab']);
  expect(at(ITEMS, 1_795_521_600_000)).toBe(at(ITEMS, 1_795_521_600_000 + 35_000));
});

it('has nothing after a single item, and nothing at all in an empty list', () => {
  expect(at(ITEMS.slice(0, 1), 12_345)).toBe('a');
  expect(at([], 12_345)).toBe('');
  expect(at([itemOf('a', 0), itemOf('b', 0)], 12_345)).toBe('ab');
});
