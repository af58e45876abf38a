import type { MediaItem, MediaRef, Snapshot } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { present } from '../present.js';
import { TestScreen, type TestScreenOptions } from './screen.fixture.js';

const HOUR_MS = 3_600_000;

function bytesOf(text: string, length = 3_000): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => text.charCodeAt(index % text.length));
}

function itemOf(id: string, file: MediaRef, window: Partial<MediaItem> = {}): MediaItem {
  return { id, groups: [], kind: 'image', file, durationMs: 10_000, ...window };
}

/** A screen whose school shows these files, named by what they hold. */
function screenWith(names: readonly string[], options: TestScreenOptions = {}) {
  const screen = new TestScreen({ mediaPartBytes: 1_000, ...options });
  const files = names.map((name) => screen.server.school.addFile(bytesOf(name)));
  const media = names.map((name, index) => itemOf(name, files[index] as MediaRef));
  screen.server.publish((snapshot) => ({ ...snapshot, media }));
  return { screen, files };
}

/** The items that are painted. */
function painted(screen: TestScreen): readonly string[] {
  const view = present(screen.state, screen.core.trueNowMs());
  if (view.kind !== 'content' || view.scene.kind !== 'day') throw new Error('no day is shown');
  return view.scene.media.map(({ id }) => id);
}

function publish(screen: TestScreen, changes: Partial<Snapshot>): void {
  const revision = screen.server.publish((snapshot) => ({ ...snapshot, ...changes }));
  screen.until(() => screen.shown === revision, 60_000);
}

describe('media', () => {
  it('[STORE-4] shows text at once, and each item when its file has verified', () => {
    const { screen } = screenWith(['a', 'b']);
    screen.startFresh();
    expect(painted(screen)).toEqual([]);
    screen.until(() => painted(screen).length > 0, 40_000);
    expect(painted(screen)).toEqual(['a']);
    screen.until(() => painted(screen).length > 1, 20_000);
    expect(painted(screen)).toEqual(['a', 'b']);
    expect(screen.state.media.playable).toBe(screen.state.media.snapshot);
  });

  it('[STORE-4] starts after a jitter and asks for one part at a time, a second apart', () => {
    const starts = [1, 2, 3, 4].map((seed) => {
      const { screen } = screenWith(['a', 'b'], { seed });
      screen.startFresh();
      const startMs = screen.timeline.nowMs;
      screen.until(() => painted(screen).length === 2, 60_000);
      const times = screen.server.receivedMedia.map(({ atMs }) => atMs);
      expect(times.length).toBeGreaterThanOrEqual(6);
      for (const [index, atMs] of times.slice(1).entries()) {
        expect(atMs - (times[index] ?? 0)).toBeGreaterThanOrEqual(1_000);
      }
      return Math.round(((times[0] ?? 0) - startMs) / 1_000);
    });
    expect(new Set(starts).size).toBeGreaterThan(2);
  });

  it('[STORE-4] gives way to a refresh, and goes on from where it was', () => {
    const { screen } = screenWith(['a']);
    screen.startLive();
    screen.until(() => screen.state.media.staged?.bytes === 1_000, 40_000);
    screen.link.mediaFault = { kind: 'slow', latencyMs: 20_000 };
    screen.until(() => screen.state.media.job.kind === 'downloading', 5_000);
    const revision = screen.server.publish();
    const tookMs = screen.until(() => screen.shown === revision, 5_000);
    expect(tookMs).toBeLessThan(1_500);
    screen.link.mediaFault = undefined;
    screen.until(() => painted(screen).length === 1, 20_000);
    const ranges = screen.server.receivedMedia.map(({ request }) => request.fromByte);
    expect(ranges.filter((fromByte) => fromByte === 0)).toHaveLength(1);
  });

  it('[STORE-4] never shows wrong bytes, counts the file, and takes the right ones later', () => {
    const { screen, files } = screenWith(['a', 'b']);
    const [a] = files as [MediaRef];
    const right = screen.server.school.files.get(a.hash) as Uint8Array;
    screen.server.school.files.set(a.hash, bytesOf('x'));
    screen.startFresh();
    screen.until(() => painted(screen).length === 1, 60_000);
    expect(painted(screen)).toEqual(['b']);
    expect(screen.state.media.setbacks.get(a.hash)?.failure).toEqual({ cause: 'wrong-bytes' });
    screen.server.school.files.set(a.hash, right);
    screen.until(() => painted(screen).length === 2, 90_000);
    expect(screen.state.media.setbacks.size).toBe(0);
  });

  it('[STORE-4] leaves out what the server does not have, at a falling rate', () => {
    const { screen, files } = screenWith(['a', 'b']);
    screen.server.school.files.delete((files as [MediaRef])[0].hash);
    screen.startFresh();
    screen.advance(HOUR_MS);
    expect(painted(screen)).toEqual(['b']);
    const before = screen.server.receivedMedia.length;
    screen.advance(HOUR_MS);
    const asked = screen.server.receivedMedia.length - before;
    expect(asked).toBeGreaterThanOrEqual(6);
    expect(asked).toBeLessThanOrEqual(13);
  });

  it('[STORE-4] lets a new file wait for none that cannot be had', () => {
    const { screen, files } = screenWith(['a']);
    const [a] = files as [MediaRef];
    screen.server.school.files.delete(a.hash);
    screen.startFresh();
    screen.until(() => screen.state.media.setbacks.get(a.hash)?.failures === 8, HOUR_MS);
    const b = screen.server.school.addFile(bytesOf('b'));
    publish(screen, { media: [itemOf('a', a), itemOf('b', b)] });
    screen.until(() => painted(screen).includes('b'), 40_000);
  });

  it('[STORE-4] honours a Retry-After', () => {
    const { screen } = screenWith(['a']);
    screen.link.mediaFault = {
      kind: 'error',
      status: 503,
      code: 'unavailable',
      retryAfterMs: 90_000,
    };
    screen.startFresh();
    screen.until(() => screen.server.receivedMedia.length === 1, 40_000);
    screen.link.mediaFault = undefined;
    screen.advance(89_000);
    expect(screen.server.receivedMedia).toHaveLength(1);
    screen.until(() => painted(screen).length === 1, 60_000);
  });

  it('[STORE-4] asks for nothing while its server cannot be reached', () => {
    const { screen } = screenWith(['a']);
    screen.startFresh();
    screen.link.goDown();
    screen.advance(HOUR_MS);
    expect(screen.server.receivedMedia.length).toBeLessThanOrEqual(1);
    screen.link.heal();
    screen.until(() => painted(screen).length === 1, 120_000);
  });

  it('[STORE-4] shows what is on the device after a restart without a network', () => {
    const { screen } = screenWith(['a', 'b']);
    screen.startFresh();
    screen.until(() => painted(screen).length === 2, 60_000);
    screen.advance(1_000);
    screen.link.goDown();
    screen.restart();
    screen.until(() => screen.state.media.open.length === 2, 3_000);
    expect(painted(screen)).toEqual(['a', 'b']);
  });

  it('[STORE-4] does not show what went bad on the device, and downloads it again', () => {
    const { screen, files } = screenWith(['a', 'b']);
    screen.startFresh();
    screen.until(() => painted(screen).length === 2, 60_000);
    screen.mediaStore.corrupt((files as [MediaRef])[0].hash);
    screen.restart();
    screen.until(() => screen.state.media.open.length === 1, 3_000);
    expect(painted(screen)).toEqual(['b']);
    screen.until(() => painted(screen).length === 2, 90_000);
  });

  it('[STORE-4] downloads the soonest needed first', () => {
    const screen = new TestScreen();
    const startMs = screen.timeline.nowMs;
    const [late, soon, over, now, logo] = ['late', 'soon', 'over', 'now', 'logo'].map((name) =>
      screen.server.school.addFile(bytesOf(name)),
    ) as [MediaRef, MediaRef, MediaRef, MediaRef, MediaRef];
    screen.server.publish((snapshot) => ({
      ...snapshot,
      school: { ...snapshot.school, logo },
      media: [
        itemOf('late', late, { validFrom: startMs + 9 * HOUR_MS }),
        itemOf('over', over, { validUntil: startMs - 1 }),
        itemOf('elsewhere', over, { groups: ['staff'] }),
        itemOf('soon', soon, { validFrom: startMs + HOUR_MS }),
        itemOf('now', now),
      ],
    }));
    screen.startFresh();
    screen.until(() => screen.state.media.missing.length === 0, 60_000);
    expect(screen.server.receivedMedia.map(({ request }) => request.hash)).toEqual(
      [logo, now, soon, late].map(({ hash }) => hash),
    );
  });

  it('[STORE-5] makes room by the least recently needed, and never by what is needed', () => {
    const { screen, files } = screenWith(['a', 'b'], { mediaStore: { quotaBytes: 9_000 } });
    const [a, b] = files as [MediaRef, MediaRef];
    const [c, d] = ['c', 'd'].map((name) => screen.server.school.addFile(bytesOf(name))) as [
      MediaRef,
      MediaRef,
    ];
    screen.startFresh();
    screen.until(() => painted(screen).length === 2, 60_000);
    publish(screen, { media: [itemOf('b', b), itemOf('c', c)] });
    screen.until(() => painted(screen).length === 2, 60_000);
    publish(screen, { media: [itemOf('c', c), itemOf('d', d)] });
    screen.until(() => painted(screen).length === 2, 60_000);
    const kept = (): string[] => [...screen.mediaStore.files.keys()].sort();
    expect(kept()).toEqual([b.hash, c.hash, d.hash].sort());
    publish(screen, { media: [a, b, c, d].map((file) => itemOf(file.hash, file)) });
    screen.until(() => painted(screen).length === 4, 90_000);
    expect(screen.mediaStore.files.size).toBe(3);
    expect(screen.store.generations.length).toBeGreaterThan(0);
  });

  it('[STORE-5] tells a full device from one whose storage fails, and holds the file in memory', () => {
    const { screen } = screenWith(['a'], { mediaStore: { quotaBytes: 10 } });
    screen.startFresh();
    screen.until(() => painted(screen).length === 1, 60_000);
    const notKept = screen.logger.entries.find(({ name }) => name === 'media.not-kept');
    expect(notKept?.details).toEqual({ cause: 'full' });
    expect(screen.mediaStore.files.size).toBe(0);
  });

  it('[STORE-5] counts a file for which there is no room at all', () => {
    const mediaStore = { quotaBytes: 10, memoryBytes: 10 };
    const { screen, files } = screenWith(['a'], { mediaStore });
    screen.startFresh();
    const { hash } = (files as [MediaRef])[0];
    screen.until(() => screen.state.media.setbacks.has(hash), 60_000);
    expect(screen.state.media.setbacks.get(hash)?.failure).toEqual({ cause: 'full' });
  });

  it('[STORE-5] makes room for a snapshot that finds none', () => {
    const { screen } = screenWith(['a', 'b']);
    screen.startFresh();
    screen.until(() => painted(screen).length === 2, 60_000);
    screen.store.fault = 'full';
    publish(screen, {});
    screen.until(() => screen.mediaStore.files.size === 1, 5_000);
    expect(painted(screen)).toEqual(['a', 'b']);
  });

  it('[STORE-4] does without storage that hangs or throws', () => {
    for (const fault of ['hangs', 'throws'] as const) {
      const { screen } = screenWith(['a']);
      screen.mediaStore.fault = fault;
      screen.startFresh();
      screen.until(() => screen.state.media.setbacks.size === 1, 400_000);
      screen.mediaStore.fault = undefined;
      screen.until(() => painted(screen).length === 1, 700_000);
    }
  });

  it('[STORE-4] refuses a file that is larger than the snapshot says, or than a screen takes', () => {
    const { screen, files } = screenWith(['a', 'b']);
    const [a, b] = files as [MediaRef, MediaRef];
    publishRefs(screen, [
      { ...a, bytes: 2_500 },
      { ...b, bytes: 2 ** 40 },
    ]);
    screen.startFresh();
    screen.until(() => screen.state.media.setbacks.size === 2, 60_000);
    const causes = [...screen.state.media.setbacks.values()].map(({ failure }) => failure.cause);
    expect(causes.sort()).toEqual(['too-large', 'wrong-bytes']);
    const asked = screen.server.receivedMedia.map(({ request }) => request.hash);
    expect(asked).not.toContain(b.hash);
  });
});

function publishRefs(screen: TestScreen, files: readonly MediaRef[]): void {
  const media = files.map((file) => itemOf(file.hash, file));
  screen.server.publish((snapshot) => ({ ...snapshot, media }));
}
