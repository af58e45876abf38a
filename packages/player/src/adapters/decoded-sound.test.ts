import { describe, expect, it } from 'vitest';
import { RecordingLogger } from '../testing/index.js';
import { createDecodedSound } from './decoded-sound.js';

const [CHIME, GONG] = ['c'.repeat(64), 'd'.repeat(64)];

function setUp() {
  const files = new Map<string, Blob>();
  const decoding: { blob: Blob; end: (buffer?: AudioBuffer) => void }[] = [];
  const logger = new RecordingLogger();
  const sound = createDecodedSound({
    blob: (hash) => files.get(hash),
    logger,
    decode: (blob) =>
      new Promise((resolve, reject) => {
        const end = (buffer?: AudioBuffer): void =>
          buffer === undefined ? reject(new DOMException('damaged')) : resolve(buffer);
        decoding.push({ blob, end });
      }),
  });
  return { files, decoding, logger, sound };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
const BUFFER = { duration: 2 } as AudioBuffer;

describe('createDecodedSound', () => {
  it('decodes what is about to be heard once, however often it is asked, and lets it go after', async () => {
    const { files, decoding, sound } = setUp();
    files.set(CHIME, new Blob(['chime']));
    sound.prepare(CHIME);
    sound.prepare(CHIME);
    expect(decoding).toHaveLength(1);
    expect(sound.get(CHIME)).toBeUndefined();
    decoding[0]?.end(BUFFER);
    await settled();
    sound.prepare(CHIME);
    expect(sound.get(CHIME)).toBe(BUFFER);
    expect(decoding).toHaveLength(1);
    sound.prepare(undefined);
    expect(sound.get(CHIME)).toBeUndefined();
  });

  it('takes a file that comes while it is waited for, and never another one’s', async () => {
    const { files, decoding, sound } = setUp();
    sound.prepare(CHIME);
    expect(decoding).toHaveLength(0);
    files.set(CHIME, new Blob(['chime']));
    files.set(GONG, new Blob(['gong']));
    sound.prepare(CHIME);
    sound.prepare(GONG);
    decoding[0]?.end(BUFFER);
    await settled();
    expect([sound.get(CHIME), sound.get(GONG), sound.get(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('logs what cannot be decoded, and does not try it each second', async () => {
    const { files, decoding, logger, sound } = setUp();
    files.set(CHIME, new Blob(['noise']));
    sound.prepare(CHIME);
    decoding[0]?.end();
    await settled();
    sound.prepare(CHIME);
    expect(decoding).toHaveLength(1);
    expect(sound.get(CHIME)).toBeUndefined();
    expect(logger.entries).toEqual([
      { level: 'warn', name: 'bell.not-decoded', details: { file: CHIME } },
    ]);
  });
});
