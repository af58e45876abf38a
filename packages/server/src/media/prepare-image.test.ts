import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { PNG, picture } from '../testing/media-samples.fixture.js';
import { type ImageType, MAX_IMAGE_EDGE, prepareImage } from './prepare-image.js';

const plain = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#2a6' } });

async function ready(content: Buffer, mimeType: ImageType) {
  const prepared = await prepareImage(content, mimeType);
  if (prepared.kind === 'refused') throw new Error(prepared.reason);
  return { ...prepared, metadata: await sharp(prepared.content).metadata() };
}

describe('prepareImage', () => {
  it('leaves a picture as it is that screens can show', async () => {
    for (const content of [PNG, picture(3000)]) {
      const prepared = await prepareImage(content, 'image/png');
      expect(prepared).toEqual({ kind: 'ready', content, changes: [] });
    }
  });

  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('makes a large %s smaller', async (format) => {
    const large = await plain(MAX_IMAGE_EDGE * 2, 400)
      .toFormat(format)
      .toBuffer();
    const { metadata, changes } = await ready(large, `image/${format}`);
    expect([metadata.format, metadata.width, metadata.height]).toEqual([
      format,
      MAX_IMAGE_EDGE,
      200,
    ]);
    expect(changes).toEqual([expect.stringContaining(`${MAX_IMAGE_EDGE * 2}×400`)]);
  });

  it('turns a photo upright, and forgets where it was taken', async () => {
    const photo = await plain(40, 20)
      .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { metadata, changes } = await ready(photo, 'image/jpeg');
    expect([metadata.width, metadata.height]).toEqual([20, 40]);
    expect([metadata.orientation, metadata.exif]).toEqual([undefined, undefined]);
    expect(changes).toEqual(
      expect.arrayContaining(['turned upright', expect.stringContaining('the place')]),
    );
  });

  it('turns print colours into those of screens', async () => {
    const print = await plain(8, 8).toColourspace('cmyk').jpeg().toBuffer();
    const { metadata, changes } = await ready(print, 'image/jpeg');
    expect([metadata.space, metadata.hasProfile]).toEqual(['srgb', false]);
    expect(changes).toContain('colours turned into sRGB');
  });

  it('keeps the pictures of an animation', async () => {
    const frames = await Promise.all(
      ['red', 'blue', 'green'].map((background) =>
        sharp({ create: { width: MAX_IMAGE_EDGE + 40, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { metadata } = await ready(animation, 'image/gif');
    expect([metadata.pages, metadata.width]).toEqual([3, MAX_IMAGE_EDGE]);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('refuses a %s that is cut off', async (format) => {
    const whole = await sharp({
      create: { width: 64, height: 64, channels: 3, background: 'red', noise: NOISE },
    })
      .toFormat(format)
      .toBuffer();
    const prepared = await prepareImage(whole.subarray(0, whole.length / 2), `image/${format}`);
    expect(prepared).toEqual({ kind: 'refused', reason: expect.stringContaining('damaged') });
  });

  it('refuses a small file that claims more pixels than any camera makes', async () => {
    const bomb = Buffer.from(PNG);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const prepared = await prepareImage(bomb, 'image/png');
    expect(prepared).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/./) });
  });
});

const NOISE = { type: 'gaussian', mean: 128, sigma: 40 } as const;
