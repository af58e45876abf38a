import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../testing/media-samples.fixture.js';
import { sniffMediaType } from './media-types.js';

describe('sniffMediaType', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['gif', 'image/gif'],
    ['webp', 'image/webp'],
    ['mp4', 'video/mp4'],
    ['webm', 'video/webm'],
    ['mp3', 'audio/mpeg'],
    ['bareMp3', 'audio/mpeg'],
    ['wav', 'audio/wav'],
  ] as const)('knows %s by how it begins', (sample, mimeType) => {
    expect(sniffMediaType(SAMPLES[sample])).toEqual({ kind: 'known', mimeType });
  });

  it.each([
    ['svg', 'scripts'],
    ['heic', 'HEIC'],
    ['avif', 'AVIF'],
    ['quickTime', 'QuickTime'],
    ['matroska', 'Matroska'],
    ['ogg', 'as MP3 or WAV'],
    ['flac', 'as MP3 or WAV'],
    ['aac', 'as MP3 or WAV'],
    ['m4a', 'as MP3 or WAV'],
    ['html', 'none of PNG, JPEG'],
    ['pdf', 'none of PNG, JPEG'],
    ['text', 'none of PNG, JPEG'],
  ] as const)('refuses %s, and says why', (sample, why) => {
    expect(sniffMediaType(SAMPLES[sample])).toEqual({
      kind: 'refused',
      reason: expect.stringContaining(why),
    });
  });

  it.each(['png', 'webp', 'mp4', 'webm'] as const)('refuses %s that is cut off early', (sample) => {
    expect(sniffMediaType(SAMPLES[sample].subarray(0, 10)).kind).toBe('refused');
  });

  it('is not taken in by a mark that comes later', () => {
    const late = Buffer.concat([SAMPLES.html, SAMPLES.png, SAMPLES.jpeg]);
    expect(sniffMediaType(late).kind).toBe('refused');
  });
});
