// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { createPlayer } from './create-player.js';
import type { Player } from './player.js';
import type { PlayerOptions } from './player-options.js';
import type { Speaker } from './ports/speaker.js';
import {
  FakeLink,
  FakeServer,
  InMemoryIdentity,
  InMemorySnapshotStore,
  ManualClock,
  ManualConnectivity,
  RecordingLogger,
  SAMPLE_MIDNIGHT_MS,
  SAMPLE_TOKEN,
  seededRandom,
  Timeline,
} from './testing/index.js';

/** Plays, or not, and says so after a second. */
class TestSpeaker implements Speaker {
  readonly played: string[] = [];
  isAudible = true;
  cancelled = 0;

  constructor(private readonly clock: ManualClock) {}

  play: Speaker['play'] = (occasion, volume, done) => {
    this.played.push(`${occasion} at ${volume}`);
    const cancel = this.clock.setTimer(1_000, () => done(this.isAudible));
    return () => {
      this.cancelled += 1;
      cancel();
    };
  };
}

/** Two minutes before the first lesson. */
function setUp() {
  const clock = new ManualClock({ timeline: new Timeline(SAMPLE_MIDNIGHT_MS + 478 * 60_000) });
  const server = new FakeServer({ timeline: clock.timeline });
  const link = new FakeLink({ server, clock });
  const speaker = new TestSpeaker(clock);
  const store = new InMemorySnapshotStore({ clock });
  const open = (options: Partial<PlayerOptions> = {}): Player => {
    player = createPlayer({
      container: document.body.appendChild(document.createElement('div')),
      token: SAMPLE_TOKEN,
      ports: {
        clock,
        random: seededRandom(1),
        source: link.source,
        channel: link.channel,
        store,
        identity: new InMemoryIdentity({ clock }),
        connectivity: new ManualConnectivity(),
        logger: new RecordingLogger(),
        speaker,
      },
      ...options,
    });
    return player;
  };
  const advanceS = (seconds: number): void => clock.timeline.advance(seconds * 1_000);
  return { server, speaker, open, advanceS, store };
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
    const { server, speaker, open, advanceS } = setUp();
    server.changeScreen({ sound: { on: true, volume: 1 } });
    speaker.isAudible = false;
    open();
    advanceS(60);
    expect(player?.status().sound).toBe('muted');
    speaker.isAudible = true;
    advanceS(120);
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
