import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  hashOf,
  inPieces,
  PNG,
  picture,
  SAMPLES,
  soundFile,
  video,
  videoFile,
} from '../testing/media-samples.fixture.js';
import { createSeededRandom } from '../testing/seeded-random.fixture.js';
import { openMediaDirectory } from './directory/media-directory.js';
import type { MediaFiles } from './media-files.js';
import { receiveMedia } from './receive-media.js';

const LIMITS = { maxImageBytes: 5000, maxVideoBytes: 9000, maxSchoolBytes: 12_000 };

let directory: string;
let media: MediaFiles;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'hallboard-receive-'));
  media = await openMediaDirectory({ directory, random: createSeededRandom('receive') });
});

afterEach(() => rmSync(directory, { recursive: true }));

const receive = (content: Buffer, pieceBytes = 700) =>
  receiveMedia(media, LIMITS, 'north', inPieces(content, pieceBytes));

describe('receiveMedia', () => {
  it.each([1, 100, 1024, 5000])('keeps all of a file that comes in pieces of %i', async (size) => {
    const content = picture(5000);
    const file = { hash: hashOf(content), mimeType: 'image/png', bytes: 5000 };
    expect(await receive(content, size)).toEqual({
      kind: 'kept',
      file,
      isNew: true,
      received: file.hash,
      changes: [],
    });
  });

  it('holds pictures and videos to limits of their own, to the byte', async () => {
    expect(await receive(picture(5001))).toEqual({
      kind: 'too-large',
      mimeType: 'image/png',
      limitBytes: 5000,
    });
    expect(await receive(video(9000))).toMatchObject({ kind: 'kept' });
    expect(await receive(video(9001))).toMatchObject({ kind: 'too-large', limitBytes: 9000 });
    expect(await receive(picture(3001))).toEqual({ kind: 'no-room', where: 'school' });
    expect(readdirSync(join(directory, '.uploads'))).toEqual([]);
  });

  it('keeps a picture as screens are to get it, and says what it changed', async () => {
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const outcome = await receive(photo);
    expect(outcome).toMatchObject({ kind: 'kept', received: hashOf(photo) });
    const [file] = await media.list('north');
    expect(outcome).toMatchObject({ file, changes: expect.arrayContaining(['turned upright']) });
    expect(file?.hash).not.toBe(hashOf(photo));
  });

  it('lets a video go that screens could not play, unless it was there before', async () => {
    const hevc = videoFile('hevc.mp4');
    expect(await receive(hevc)).toMatchObject({ kind: 'unsupported' });
    expect(await media.list('north')).toEqual([]);
    await media.put({
      schoolId: 'north',
      mimeType: 'video/mp4',
      content: inPieces(hevc),
      maxSchoolBytes: LIMITS.maxSchoolBytes,
    });
    expect(await receive(hevc)).toMatchObject({ kind: 'unsupported' });
    expect(await media.list('north')).toHaveLength(1);
  });

  it('keeps a sound as it is, whatever pictures and videos may have', async () => {
    const mp3 = soundFile('tone.mp3');
    const file = { hash: hashOf(mp3), mimeType: 'audio/mpeg', bytes: mp3.length };
    expect(await receive(mp3)).toEqual({
      kind: 'kept',
      file,
      isNew: true,
      received: file.hash,
      changes: [],
    });
    expect(await receive(mp3.subarray(0, 2000))).toMatchObject({
      kind: 'unsupported',
      reason: 'The sound is damaged: it is cut off',
    });
    const long = Buffer.concat([mp3, Buffer.alloc(4 * 2 ** 20)]);
    expect(await receive(long, 100_000)).toMatchObject({
      kind: 'too-large',
      limitBytes: 4 * 2 ** 20,
    });
    expect(await media.list('north')).toEqual([file]);
  });

  it('refuses what is announced as too large before it is sent', async () => {
    let sent = 0;
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const piece of inPieces(picture(5001), 1024)) {
        sent += 1;
        yield piece;
      }
    }
    const outcome = await receiveMedia(media, LIMITS, 'north', counted(), 5001);
    expect([outcome.kind, sent]).toEqual(['too-large', 1]);
  });

  it('refuses what is empty, and what no screen can show', async () => {
    expect(await receive(Buffer.alloc(0))).toEqual({ kind: 'empty' });
    expect(await receive(SAMPLES.svg)).toMatchObject({ kind: 'unsupported' });
    expect(await receive(PNG.subarray(0, 50))).toMatchObject({ kind: 'unsupported' });
    expect(await media.list('north')).toEqual([]);
  });

  it('reads no more of what it refuses than it has to, and lets it go', async () => {
    let pieces = 0;
    let isLetGo = false;
    async function* endless(): AsyncGenerator<Buffer> {
      try {
        for (;;) {
          pieces += 1;
          yield Buffer.alloc(512, '<svg>');
        }
      } finally {
        isLetGo = true;
      }
    }
    const outcome = await receiveMedia(media, LIMITS, 'north', endless());
    expect(outcome.kind).toBe('unsupported');
    expect([pieces, isLetGo]).toEqual([2, true]);
  });
});
