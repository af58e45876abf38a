import { expect, it } from 'vitest';
import type { ScreenSightRecord } from '../store/records.js';
import { screenState } from './screen-status.js';

const NOW_MS = 1_790_000_000_000;
const MINUTE_MS = 60_000;

function sight(agoMs: number, revision?: string): ScreenSightRecord {
  const lastSeenMs = NOW_MS - agoMs;
  if (revision === undefined) return { screenId: 'hall', lastSeenMs };
  const report = { revision, paintedAt: 1, clockOffsetMs: 0, skippedItems: 0, alerts: [] };
  return {
    screenId: 'hall',
    lastSeenMs,
    report: { receivedAtMs: lastSeenMs, userAgent: 'TV', report },
  };
}

const state = (seen: ScreenSightRecord | undefined, sinceMs = 0) =>
  screenState(seen, { revision: 'a.2', sinceMs }, NOW_MS);

it('[OBS-3] tells screens that are up, stale, silent and never seen apart', () => {
  expect(state(undefined)).toBe('never');
  expect(state(sight(MINUTE_MS))).toBe('up');
  expect(state(sight(MINUTE_MS, 'a.2'))).toBe('up');
  expect(state(sight(MINUTE_MS, 'a.1'))).toBe('stale');
  expect(state(sight(10 * MINUTE_MS, 'a.2'))).toBe('up');
  expect(state(sight(10 * MINUTE_MS + 1, 'a.1'))).toBe('silent');
});

it('[OBS-3] gives a screen 2 min to paint what is new', () => {
  const old = sight(MINUTE_MS, 'a.1');
  expect(state(old, NOW_MS - 2 * MINUTE_MS)).toBe('up');
  expect(state(old, NOW_MS - 2 * MINUTE_MS - 1)).toBe('stale');
});
