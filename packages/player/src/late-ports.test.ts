import { describe, expect, it } from 'vitest';
import type { CreateExtraPorts, ExtraPorts } from './extra-ports.js';
import { createLatePorts } from './late-ports.js';
import { ManualClock } from './testing/index.js';

const FILE = { hash: 'a'.repeat(64), mimeType: 'image/png', bytes: 3 };
const REQUEST = {
  credentials: { token: 'sample-token', deviceId: 'device' },
  hash: FILE.hash,
  fromByte: 0,
  toByte: 3,
};

function setUp() {
  const calls: string[] = [];
  const note = (name: string) => (): (() => void) => {
    calls.push(name);
    return () => void calls.push(`${name} cancelled`);
  };
  const ports: ExtraPorts = {
    channel: {
      open: () => {
        calls.push('open');
        return {
          send: (text) => void calls.push(`send ${text}`),
          close: () => void calls.push('close'),
        };
      },
    },
    media: { request: note('request') },
    mediaStore: {
      expect: (hashes) => void calls.push(`expect ${hashes.length}`),
      open: note('open-media'),
      stage: () => void calls.push('stage'),
      commit: note('commit'),
      makeRoom: () => void calls.push('make-room'),
      url: (hash) => `blob:${hash}`,
    },
    speaker: { prepare: () => void calls.push('prepare'), play: note('play') },
  };
  let come: (create: CreateExtraPorts) => void = () => undefined;
  const late = createLatePorts(
    new Promise((resolve) => {
      come = resolve;
    }),
  )({
    clock: new ManualClock(),
    logger: { log: () => undefined },
    serverUrl: 'http://board.test',
    owner: 'owner',
    local: {
      name: 'none',
      get: async () => undefined,
      set: async () => undefined,
      remove: async () => undefined,
      keys: async () => [],
    },
    mediaPlaces: undefined,
    sharesDevice: false,
    readError: () => ({ kind: 'failed', failure: { cause: 'not-ours', detail: '' } }),
    replaced: {},
  });
  async function arrive(): Promise<void> {
    come(() => ports);
    await settled();
  }
  return { late, calls, arrive };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const nothing = (): void => undefined;

describe('createLatePorts', () => {
  it('[PAGE-3, P-1] does nothing and says nothing until the ports are there', async () => {
    const { late, calls } = setUp();
    const outcomes: unknown[] = [];
    const attempt = late.channel.open((event) => outcomes.push(event));
    attempt.send('early');
    late.mediaStore.open(FILE, (outcome) => outcomes.push(outcome));
    late.media.request(REQUEST, 3, (outcome) => outcomes.push(outcome));
    late.mediaStore.makeRoom();
    expect(late.mediaStore.url(FILE.hash)).toBeUndefined();
    await settled();
    expect(calls).toEqual([]);
    expect(outcomes).toEqual([]);
  });

  it('then does what is still wanted, and passes everything on', async () => {
    const { late, calls, arrive } = setUp();
    late.mediaStore.expect(['x']);
    late.mediaStore.expect([FILE.hash, 'x']);
    const given = late.channel.open(nothing);
    const kept = late.channel.open(nothing);
    late.media.request(REQUEST, 3, nothing)();
    const stopOpening = late.mediaStore.open(FILE, nothing);
    given.close();
    await arrive();
    expect(calls).toEqual(['expect 2', 'open', 'open-media']);

    kept.send('hello');
    kept.close();
    stopOpening();
    late.mediaStore.stage(FILE.hash, 0, new Uint8Array(3));
    late.mediaStore.commit(FILE, nothing);
    expect(late.mediaStore.url(FILE.hash)).toBe(`blob:${FILE.hash}`);
    expect(calls.slice(3)).toEqual([
      'send hello',
      'close',
      'open-media cancelled',
      'stage',
      'commit',
    ]);
  });

  it('[PAGE-3, TIME-3] rings no bell late; a trial of the sound waits', async () => {
    const { late, calls, arrive } = setUp();
    const told: string[] = [];
    const bell = { occasion: 'period' } as const;
    late.speaker.prepare('a sound');
    late.speaker.play(bell, 0.5, (heard) => told.push(heard));
    late.speaker.play(bell, 0.5, (heard) => told.push(heard))();
    late.speaker.play({ occasion: 'other' }, 0, (heard) => told.push(heard));
    await settled();
    expect(told).toEqual(['muted']);
    await arrive();
    expect(calls).toEqual(['play']);
  });
});
