import type { MediaItem } from '@hallboard/shared';
import { describe, expect, it, vi } from 'vitest';
import { SAMPLE_MIDNIGHT_MS, Timeline } from '../testing/timeline.js';
import { TestScreen } from './screen.fixture.js';

/** The bell of the first lesson. */
const EIGHT_MS = SAMPLE_MIDNIGHT_MS + 8 * 3_600_000;

/** A screen that starts a minute before eight, with sound. */
function screenJoined(joinsAfterMs: number): TestScreen {
  const timeline = new Timeline(EIGHT_MS - 60_000);
  const screen = new TestScreen({ joinsAfterMs, server: { timeline } });
  screen.server.changeScreen({ sound: { on: true, volume: 0.4 } });
  return screen.startFresh();
}

describe('a core that is not joined yet', () => {
  it('[PAGE-3, P-1, P-3] shows, polls and stores, and asks for nothing else', () => {
    const screen = screenJoined(3_600_000);
    const revision = screen.server.publish();
    screen.until(() => screen.shown === revision, 15_000);
    screen.until(() => screen.store.generations.some((kept) => kept.revision === revision), 5_000);
    screen.advance(600_000);
    expect(screen.linkKind).toBe('held');
    expect(screen.heard).toEqual([]);
    expect(screen.state.media.job.kind).toBe('idle');
    expect(screen.server.receivedMedia).toEqual([]);
  });

  it('[PAGE-3, STORE-4] shows what is published without its files, which then follow', () => {
    const screen = screenJoined(60_000);
    const file = screen.server.school.addFile(new Uint8Array(3_000));
    const item: MediaItem = { id: 'a', groups: [], kind: 'image', file, durationMs: 8_000 };
    const revision = screen.server.publish((snapshot) => ({ ...snapshot, media: [item] }));
    screen.until(() => screen.shown === revision, 15_000);
    expect(screen.state.media.playable).toMatchObject({ revision, media: [] });
    screen.until(() => screen.state.media.playable?.media.length === 1, 90_000);
    expect(screen.server.receivedMedia.length).toBeGreaterThan(0);
  });
});

describe('a core that is joined', () => {
  it('[PAGE-3, STORE-5] makes the room that a snapshot did not find before, and soon writes it', () => {
    const screen = new TestScreen({ joinsAfterMs: 60_000 });
    screen.store.fault = 'full';
    vi.spyOn(screen.mediaStore, 'makeRoom').mockImplementation(() => {
      screen.store.fault = undefined;
    });
    screen.startFresh();
    screen.until(() => screen.store.generations.length === 1, 75_000);
  });

  it('[PAGE-3, WS-6] opens its socket at once where a refresh went well before', () => {
    const screen = screenJoined(120_000);
    screen.advance(115_000);
    expect(screen.linkKind).toBe('held');
    screen.until(() => screen.linkKind === 'open', 10_000);
  });

  it('[PAGE-3, TIME-3] rings the next bell on time', () => {
    const screen = screenJoined(50_000);
    screen.advance(120_000);
    expect(screen.heard).toMatchObject([{ key: '2026-11-24/p1' }]);
    expect(Math.abs((screen.heard[0]?.atMs ?? 0) - EIGHT_MS)).toBeLessThan(1_000);
  });

  it('[PAGE-3, TIME-3] rings one that is not too late, and counts one that is as missed', () => {
    const late = screenJoined(80_000);
    late.advance(120_000);
    expect(late.heard).toHaveLength(1);
    expect(late.state.bells.missed).toBe(0);
    const tooLate = screenJoined(100_000);
    tooLate.advance(120_000);
    expect(tooLate.heard).toEqual([]);
    expect(tooLate.state.bells.missed).toBe(1);
  });
});
