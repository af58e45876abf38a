import type { MediaRef } from '@hallboard/shared';
import { describe, expect, it } from 'vitest';
import { schoolContent } from '../content.fixture.js';
import { checkMedia, refersTo } from './check-media.js';

const file = (digit: string, mimeType = 'image/png'): MediaRef => ({
  hash: digit.repeat(64),
  mimeType,
  bytes: 1000,
});

/** Content that shows a logo, a photo and a playlist of one. */
function content(logo: MediaRef, photo: MediaRef, shown: MediaRef, kind: 'image' | 'video') {
  const { school, media } = schoolContent();
  return schoolContent({
    school: { ...school, logo },
    honours: [{ id: 'h1', name: 'Ana', title: 'Star of the week', photo }],
    media: media.map((item) => ({ id: item.id, durationMs: 1000, kind, file: shown })),
  });
}

const check = (given: ReturnType<typeof content>, held: readonly MediaRef[]) =>
  checkMedia(given, async (hash) => held.find((each) => each.hash === hash));

describe('checkMedia', () => {
  it('finds nothing where the school has every file', async () => {
    const files = [file('1'), file('2', 'image/jpeg'), file('3', 'video/mp4')] as const;
    expect(await check(content(...files, 'video'), files)).toEqual([]);
  });

  it('names every field that refers to nothing', async () => {
    const given = content(file('1'), file('2'), file('3'), 'image');
    const paths = (await check(given, [])).map(({ path }) => path);
    expect(paths).toEqual(['school.logo.hash', 'honours[0].photo.hash', 'media[0].file.hash']);
  });

  it('names what is said of a file and is not so', async () => {
    const given = content(file('1'), file('2', 'image/jpeg'), file('3'), 'video');
    const held = [{ ...file('1'), bytes: 999 }, file('2', 'image/png'), file('3')];
    expect(await check(given, held)).toEqual([
      { path: 'school.logo.bytes', message: 'the file has 999' },
      { path: 'honours[0].photo.mimeType', message: 'the file is image/png' },
      { path: 'media[0].file.mimeType', message: 'is no video' },
    ]);
  });

  it('[TIME-3] wants a sound that the school has for each bell', async () => {
    const sound = file('6', 'audio/mpeg');
    const given = schoolContent({ media: [], bells: { sounds: { period: sound, break: sound } } });
    expect(await check(given, [sound])).toEqual([]);
    expect(await check(given, [])).toEqual(
      ['period', 'break'].map((kind) => ({
        path: `bells.sounds.${kind}.hash`,
        message: 'the school has no such file; upload it first',
      })),
    );
    const picture = file('6');
    const wrong = schoolContent({ media: [], bells: { sounds: { other: picture } } });
    expect(await check(wrong, [picture])).toEqual([
      { path: 'bells.sounds.other.mimeType', message: 'is no audio' },
    ]);
  });

  it('takes no video for a logo', async () => {
    const video = file('1', 'video/mp4');
    const given = content(video, file('2'), file('3'), 'image');
    expect(await check(given, [video, file('2'), file('3')])).toEqual([
      { path: 'school.logo.mimeType', message: 'is no image' },
    ]);
  });
});

describe('checkMedia of posters', () => {
  const poster = file('4');
  const video = file('3', 'video/mp4');
  const withPoster = (shown: MediaRef) => {
    const given = content(file('1'), file('2'), video, 'video');
    return { ...given, media: given.media.map((item) => ({ ...item, poster: shown })) };
  };

  it('wants a picture that the school has', async () => {
    const held = [file('1'), file('2'), video, poster];
    expect(await check(withPoster(poster), held)).toEqual([]);
    expect(await check(withPoster(file('5')), held)).toMatchObject([
      { path: 'media[0].poster.hash' },
    ]);
    expect(await check(withPoster(video), held)).toEqual([
      { path: 'media[0].poster.mimeType', message: 'is no image' },
    ]);
  });
});

describe('refersTo', () => {
  it('sees a file in content of whichever version', () => {
    const text = JSON.stringify({ posters: [{ file: file('1') }] });
    expect(refersTo(text, '1'.repeat(64))).toBe(true);
    expect(refersTo(text, '2'.repeat(64))).toBe(false);
    expect(refersTo(undefined, '1'.repeat(64))).toBe(false);
  });
});
