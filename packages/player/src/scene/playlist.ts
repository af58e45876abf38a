import type { MediaItem } from '@hallboard/shared';

/**
 * What a playlist shows at a moment, and then what follows it if that is another item: a function of
 * the time and not a counter, so that a screen that was restarted, or stands beside another, shows
 * the same.
 */
export function playlistAt(items: readonly MediaItem[], nowMs: number): readonly MediaItem[] {
  const lengthMs = items.reduce((sum, { durationMs }) => sum + durationMs, 0);
  let intoMs = nowMs % lengthMs;
  const found = items.findIndex(({ durationMs }) => {
    intoMs -= durationMs;
    return intoMs < 0;
  });
  // Where none has a duration, the first one stays.
  const index = Math.max(0, found);
  const next = (index + 1) % items.length;
  return items.slice(index, index + 1).concat(next === index ? [] : items.slice(next, next + 1));
}
