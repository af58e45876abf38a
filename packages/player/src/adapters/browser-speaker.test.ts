import { describe, expect, it } from 'vitest';
import { createBrowserSpeaker } from './browser-speaker.js';
import { handClock } from './storage.fixture.js';

/** As much of an `AudioContext` as the speaker uses; begins to play where it is `allowed`. */
class FakeContext {
  state: AudioContextState = 'suspended';
  currentTime = 0;
  isClosed = false;
  readonly destination = {};
  readonly started: number[] = [];
  volume = Number.NaN;

  constructor(private readonly isAllowed: boolean) {}

  createGain(): unknown {
    const outer = this;
    const gain = {
      set value(volume: number) {
        outer.volume = volume;
      },
      setValueAtTime: () => undefined,
      exponentialRampToValueAtTime: () => undefined,
    };
    return { gain, connect: () => undefined };
  }

  createOscillator(): unknown {
    const start = (atS: number): void => void this.started.push(atS);
    return { frequency: { value: 0 }, connect: () => undefined, start, stop: () => undefined };
  }

  resume(): Promise<void> {
    if (!this.isAllowed) return new Promise(() => undefined);
    this.state = 'running';
    this.currentTime = 0.1;
    return Promise.resolve();
  }

  close(): Promise<void> {
    if (this.isClosed) return Promise.reject(new Error('closed'));
    this.isClosed = true;
    this.state = 'closed';
    return Promise.resolve();
  }
}

function setUp(isAllowed: boolean) {
  const clock = handClock();
  const contexts: FakeContext[] = [];
  const speaker = createBrowserSpeaker(clock, () => {
    const context = new FakeContext(isAllowed);
    contexts.push(context);
    return context as unknown as AudioContext;
  });
  const told: boolean[] = [];
  const play = (volume: number) => speaker.play('period', volume, (heard) => told.push(heard));
  return { clock, contexts, told, play };
}

describe('createBrowserSpeaker', () => {
  it('[TIME-6] says that it is heard where the browser plays, and frees the sound after its end', async () => {
    const { clock, contexts, told, play } = setUp(true);
    play(0.4);
    expect(contexts[0]?.volume).toBe(0.4);
    expect(contexts[0]?.started.length).toBeGreaterThan(3);
    expect(told).toEqual([]);
    await clock.advance(2_000);
    expect(told).toEqual([true]);
    expect(contexts[0]?.isClosed).toBe(false);
    await clock.advance(10_000);
    expect(contexts[0]?.isClosed).toBe(true);
    expect(clock.pendingTimers()).toBe(0);
  });

  it('[TIME-6] says that it is muted where the browser waits for a gesture, and never sounds later', async () => {
    const { clock, contexts, told, play } = setUp(false);
    play(1);
    await clock.advance(2_000);
    expect(told).toEqual([false]);
    expect(contexts[0]?.isClosed).toBe(true);
    expect(clock.pendingTimers()).toBe(0);
  });

  it('[TIME-6] plays each sound on a context of its own, so that none that broke is used again', async () => {
    const { clock, contexts, told, play } = setUp(true);
    play(1);
    const [first] = contexts;
    if (first) first.state = 'closed';
    await clock.advance(2_000);
    play(1);
    await clock.advance(2_000);
    expect(contexts).toHaveLength(2);
    expect(told).toEqual([false, true]);
  });

  it('[TIME-6] is muted on a device without sound', async () => {
    const clock = handClock();
    const speaker = createBrowserSpeaker(clock, () => {
      throw new Error('no audio');
    });
    const told: boolean[] = [];
    speaker.play('alert', 1, (heard) => told.push(heard));
    await clock.advance(2_000);
    expect(told).toEqual([false]);
  });

  it('ends a sound when it is told to, and says nothing then', async () => {
    const { clock, contexts, told, play } = setUp(true);
    const cancel = play(1);
    cancel();
    cancel();
    await clock.advance(10_000);
    expect(contexts[0]?.isClosed).toBe(true);
    expect(told).toEqual([]);
  });
});
