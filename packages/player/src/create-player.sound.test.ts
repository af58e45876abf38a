// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { TestDevice } from './create-player.fixture.js';
import type { Player } from './player.js';
import type { PlayerOptions } from './player-options.js';
import type { Heard, Speaker } from './ports/speaker.js';
import { type ManualClock, sampleFile } from './testing/index.js';

/** Plays, or not, and says so after a second. */
class TestSpeaker implements Speaker {
  readonly played: string[] = [];
  /** Without repeats. */
  readonly prepared: (string | undefined)[] = [];
  heard: Heard = 'shipped';
  cancelled = 0;

  constructor(private readonly clock: ManualClock) {}

  prepare(file: string | undefined): void {
    if (this.prepared[this.prepared.length - 1] !== file) this.prepared.push(file);
  }

  play: Speaker['play'] = ({ occasion, file }, volume, done) => {
    this.played.push(`${file ?? occasion} at ${volume}`);
    const cancel = this.clock.setTimer(1_000, () => done(this.heard));
    return () => {
      this.cancelled += 1;
      cancel();
    };
  };
}

function setUp() {
  const device = new TestDevice();
  const speaker = new TestSpeaker(device.clock);
  const { server, store, reports } = device;
  const open = (options: Partial<PlayerOptions> = {}): Player => {
    player = device.open({ ports: { speaker }, ...options });
    return player;
  };
  const advanceS = (seconds: number): void => device.advanceS(seconds);
  return { server, speaker, open, advanceS, store, reports };
}

let player: Player | undefined;

describe('the sound of a player', () => {
  afterEach(() => player?.close());

  it('[TIME-6] is off by default, and then nothing is even tried', () => {
    const { speaker, open, advanceS } = setUp();
    expect(open().status().sound).toBe('unknown');
    advanceS(300);
    expect(player?.status()).toMatchObject({ sound: 'off', missedBells: 0 });
    expect(speaker.played).toEqual([]);
  });

  it('[TIME-6] is tried in silence at the start, told in the status, and rings at its volume', () => {
    const { server, speaker, open, advanceS } = setUp();
    server.changeScreen({ sound: { on: true, volume: 0.3 } });
    const told: string[] = [];
    open().on('status', ({ sound }) => told.push(sound));
    advanceS(60);
    expect(speaker.played).toEqual(['other at 0']);
    expect(player?.status().sound).toBe('audible');
    advanceS(120);
    expect(speaker.played).toEqual(['other at 0', 'period at 0.3']);
    expect(told).toContain('audible');
  });

  it('[TIME-6] that the browser mutes is said, until a sound is heard', () => {
    const { server, speaker, open, advanceS, store } = setUp();
    server.changeScreen({ sound: { on: true, volume: 1 } });
    speaker.heard = 'muted';
    open();
    advanceS(60);
    expect(player?.status().sound).toBe('muted');
    speaker.heard = 'shipped';
    // A tab that may be heard has written it down by now.
    advanceS(60);
    expect(store.rings).toEqual([]);
    advanceS(60);
    expect(store.rings).toHaveLength(1);
    expect(player?.status().sound).toBe('audible');
    server.changeScreen({ sound: { on: false, volume: 1 } });
    advanceS(30);
    expect(player?.status().sound).toBe('off');
  });

  it('[TIME-3] is not a preview: that neither rings nor writes', () => {
    const { server, speaker, open, advanceS, store } = setUp();
    server.changeScreen({ sound: { on: true, volume: 1 } });
    open({ silent: true });
    advanceS(600);
    expect(speaker.played).toEqual([]);
    expect(store.rings).toEqual([]);
    expect(player?.status().sound).toBe('off');
  });

  it('[TIME-3, TIME-6] the school’s own sound is got ready ahead of its bell, and told where it was not heard', () => {
    const { server, speaker, open, advanceS, reports } = setUp();
    server.changeScreen({ sound: { on: true, volume: 1 } });
    const { ref } = sampleFile(1);
    server.publish((snapshot) => ({ ...snapshot, bells: { sounds: { period: ref } } }));
    open();
    advanceS(100);
    expect(speaker.prepared).toEqual([]);
    advanceS(10);
    expect(speaker.prepared).toEqual([ref.hash]);
    advanceS(20);
    expect(speaker.played).toEqual(['other at 0', `${ref.hash} at 1`]);
    expect(speaker.prepared).toEqual([ref.hash, undefined]);
    expect(player?.status().sound).toBe('audible');
    advanceS(600);
    expect(reports.at(-1)?.lastError?.code).toBe('bell_sound');

    speaker.heard = 'own';
    advanceS(3_600);
    expect(speaker.played).toHaveLength(3);
    expect(player?.status().sound).toBe('audible');
  });

  it('ends with the player', () => {
    const { server, speaker, open, advanceS } = setUp();
    server.changeScreen({ sound: { on: true, volume: 1 } });
    open();
    advanceS(120.5);
    player?.close();
    advanceS(60);
    expect(speaker.cancelled).toBeGreaterThan(0);
  });
});
