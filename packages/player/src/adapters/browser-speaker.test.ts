import { describe, expect, it } from 'vitest';
import type { Heard } from '../ports/speaker.js';
import { RecordingLogger } from '../testing/index.js';
import { createBrowserSpeaker } from './browser-speaker.js';
import { handClock } from './storage.fixture.js';

/** As much of an `AudioContext` as the speaker uses; begins to play where it is `allowed`. */
class FakeContext {
  state: AudioContextState = 'suspended';
  currentTime = 0;
  isClosed = false;
  readonly destination = {};
  readonly started: number[] = [];
  readonly files: unknown[] = [];
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

  createBufferSource(): unknown {
    const source = {
      buffer: undefined,
      connect: () => undefined,
      start: () => void this.files.push(source.buffer),
    };
    return source;
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

const FILE = 'f'.repeat(64);
const OWN = { duration: 20 } as AudioBuffer;

function setUp(isAllowed: boolean, decode = async () => OWN) {
  const clock = handClock();
  const contexts: FakeContext[] = [];
  const speaker = createBrowserSpeaker({
    clock,
    logger: new RecordingLogger(),
    blob: () => new Blob(['a sound']),
    decode,
    createContext: () => {
      const context = new FakeContext(isAllowed);
      contexts.push(context);
      return context as unknown as AudioContext;
    },
  });
  const told: Heard[] = [];
  const play = (volume: number, file?: string) =>
    speaker.play({ occasion: 'period', file }, volume, (heard) => told.push(heard));
  return { clock, contexts, told, play, speaker };
}

describe('createBrowserSpeaker', () => {
  it('[TIME-6] says that it is heard where the browser plays, and frees the sound after its end', async () => {
    const { clock, contexts, told, play } = setUp(true);
    play(0.4);
    expect(contexts[0]?.volume).toBe(0.4);
    expect(contexts[0]?.started.length).toBeGreaterThan(3);
    expect(told).toEqual([]);
    await clock.advance(2_000);
    expect(told).toEqual(['shipped']);
    expect(contexts[0]?.isClosed).toBe(false);
    await clock.advance(10_000);
    expect(contexts[0]?.isClosed).toBe(true);
    expect(clock.pendingTimers()).toBe(0);
  });

  it('[TIME-6] says that it is muted where the browser waits for a gesture, and never sounds later', async () => {
    const { clock, contexts, told, play } = setUp(false);
    play(1);
    await clock.advance(2_000);
    expect(told).toEqual(['muted']);
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
    expect(told).toEqual(['muted', 'shipped']);
  });

  it('[TIME-6] is muted on a device without sound', async () => {
    const clock = handClock();
    const speaker = createBrowserSpeaker({
      clock,
      logger: new RecordingLogger(),
      blob: () => undefined,
      createContext: () => {
        throw new Error('no audio');
      },
    });
    const told: Heard[] = [];
    speaker.play({ occasion: 'alert' }, 1, (heard) => told.push(heard));
    await clock.advance(2_000);
    expect(told).toEqual(['muted']);
  });

  it('[TIME-6] plays the school’s own sound to its end where it is ready', async () => {
    const { clock, contexts, told, play, speaker } = setUp(true);
    speaker.prepare(FILE);
    await clock.advance(0);
    play(0.4, FILE);
    expect(contexts[0]).toMatchObject({ files: [OWN], started: [], volume: 0.4 });
    await clock.advance(2_000);
    expect(told).toEqual(['own']);
    await clock.advance(17_000);
    expect(contexts[0]?.isClosed).toBe(false);
    await clock.advance(5_000);
    expect(contexts[0]?.isClosed).toBe(true);
  });

  it('[TIME-3] never waits for a sound: the shipped one rings where it is late, or damaged', async () => {
    const damaged = () => Promise.reject(new DOMException('damaged', 'EncodingError'));
    for (const decode of [() => new Promise<never>(() => undefined), damaged]) {
      const { clock, contexts, told, play, speaker } = setUp(true, decode);
      speaker.prepare(FILE);
      await clock.advance(0);
      play(1, FILE);
      expect(contexts[0]?.files).toEqual([]);
      expect(contexts[0]?.started.length).toBeGreaterThan(3);
      await clock.advance(2_000);
      expect(told).toEqual(['shipped']);
    }
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
