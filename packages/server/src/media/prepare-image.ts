import sharp, { type Metadata, type Sharp } from 'sharp';
import type { MediaType } from './media-types.js';

/** A picture as screens are to get it, or why they cannot. */
export type PreparedImage =
  | {
      readonly kind: 'ready';
      readonly content: Buffer;
      /** What was done to it, each for a person to read; empty if it is as it was sent. */
      readonly changes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

export type ImageType = Extract<MediaType, `image/${string}`>;

/**
 * The longest edge that a screen is given, in pixels. Most TVs paint 1920 wide whatever their panel
 * has, and a picture takes 4 bytes a pixel of their little memory.
 */
export const MAX_IMAGE_EDGE = 2560;
/** More than any camera makes; a small file can claim far more, and take the memory for it. */
const MAX_PIXELS = 120_000_000;
const QUALITY = 85;

/**
 * Makes a picture fit for screens: upright by its EXIF orientation, no larger than they need, in sRGB
 * with 8 bits, and without what the camera wrote of place and time. One that is so already keeps its
 * bytes, and so its hash. All of it is decoded, so that a damaged one is found here and not on a wall.
 */
export async function prepareImage(content: Buffer, mimeType: ImageType): Promise<PreparedImage> {
  try {
    const options = { failOn: 'truncated', limitInputPixels: MAX_PIXELS } as const;
    const metadata = await sharp(content, options).metadata();
    const changes = changesFor(metadata);
    const image = sharp(content, { ...options, animated: (metadata.pages ?? 1) > 1 });
    if (changes.length === 0) {
      await image.stats();
      return { kind: 'ready', content, changes };
    }
    image.autoOrient().resize({
      width: MAX_IMAGE_EDGE,
      height: MAX_IMAGE_EDGE,
      fit: 'inside',
      withoutEnlargement: true,
    });
    return { kind: 'ready', content: await encode(image, mimeType), changes };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

function encode(image: Sharp, mimeType: ImageType): Promise<Buffer> {
  switch (mimeType) {
    case 'image/jpeg':
      return image.jpeg({ quality: QUALITY, progressive: true }).toBuffer();
    case 'image/png':
      return image.png().toBuffer();
    case 'image/webp':
      return image.webp({ quality: QUALITY }).toBuffer();
    case 'image/gif':
      return image.gif().toBuffer();
  }
}

function changesFor(metadata: Metadata): string[] {
  const { width, height, pageHeight = height, orientation = 1 } = metadata;
  const changes: string[] = [];
  if (orientation !== 1) changes.push('turned upright');
  if (Math.max(width, pageHeight) > MAX_IMAGE_EDGE) {
    changes.push(`made smaller: ${width}×${pageHeight} is more than screens show`);
  }
  if (metadata.space !== 'srgb' || metadata.depth !== 'uchar' || metadata.hasProfile) {
    changes.push('colours turned into sRGB');
  }
  if ([metadata.exif, metadata.xmp, metadata.iptc].some((notes) => notes !== undefined)) {
    changes.push('rid of what the camera noted, such as the place');
  }
  return changes;
}

function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return /pixel limit/.test(said)
    ? `The picture has more than ${MAX_PIXELS / 1_000_000} million pixels`
    : `The picture is damaged: ${said.split('\n')[0]}`;
}
