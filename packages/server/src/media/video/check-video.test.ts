import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { video, videoFile } from '../../testing/media-samples.fixture.js';
import { checkVideo } from './check-video.js';

const check = (content: Buffer) => {
  const isMp4 = content.toString('latin1', 4, 8) === 'ftyp';
  const read = async (start: number, end: number) => content.subarray(start, end);
  return checkVideo({ size: content.length, read }, isMp4 ? 'video/mp4' : 'video/webm');
};

describe('checkVideo', () => {
  it.each(['h264.mp4', 'vp8.webm', 'vp9.webm'])('takes %s', async (name) => {
    expect(await check(videoFile(name))).toEqual({ kind: 'playable' });
  });

  it('takes what has other things after the video', async () => {
    expect(await check(video(9000))).toEqual({ kind: 'playable' });
  });

  it.each([
    ['hevc.mp4', 'H.265'],
    ['av1.mp4', 'AV1'],
    ['h264-10bit.mp4', 'more than 8 bits'],
    ['mpeg4.mp4', 'such a video (MPEG-4 Part 2)'],
    ['wide.mp4', '5000×64'],
    ['audio.mp4', 'no video'],
  ])('refuses %s, and says why', async (name, why) => {
    const checked = await check(videoFile(name));
    expect(checked).toEqual({ kind: 'refused', reason: expect.stringContaining(why) });
  });

  it.each(['h264.mp4', 'vp9.webm'])('refuses %s that is cut off', async (name) => {
    const whole = videoFile(name);
    for (const share of [0.1, 0.3, 0.6, 0.95]) {
      const part = whole.subarray(0, Math.floor(whole.length * share));
      expect((await check(part)).kind).toBe('refused');
    }
  });

  it('ends on whatever it is given', async () => {
    const anyFile = fc.tuple(
      fc.constantFrom('h264.mp4', 'vp9.webm', 'audio.mp4'),
      fc.nat(3000),
      fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 20 }),
      fc.uint8Array({ maxLength: 400 }),
    );
    await fc.assert(
      fc.asyncProperty(anyFile, async ([name, length, changes, rest]) => {
        const file = Buffer.concat([videoFile(name).subarray(0, 12 + length), rest]);
        for (const [at, byte] of changes) file[12 + (at % (file.length - 12 || 1))] = byte;
        expect(['playable', 'refused']).toContain((await check(file)).kind);
      }),
      { numRuns: 500 },
    );
  });

  it('does not take a file that cannot be read for a damaged one', async () => {
    const lost = new Error('the disk is gone');
    await expect(
      checkVideo({ size: 1000, read: () => Promise.reject(lost) }, 'video/mp4'),
    ).rejects.toBe(lost);
  });
});
