import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const box = (brand: string): Buffer => bytes(`\0\0\0\x18ftyp${brand}\0\0\0\0isommp42`);

/** The smallest picture: one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What begins as each kind of file does; only the PNG is a whole one. */
export const SAMPLES = {
  png: PNG,
  jpeg: bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'),
  gif: bytes('GIF89a\x01\0\x01\0'),
  webp: bytes('RIFF\x24\0\0\0WEBPVP8 '),
  mp4: box('mp42'),
  webm: bytes('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webmB\x87\x81\x04'),
  matroska: bytes('\x1aE\xdf\xa3\xa3B\x86\x81\x01B\x82\x88matroskaB\x87\x81\x04'),
  quickTime: box('qt  '),
  heic: box('heic'),
  avif: box('avif'),
  mp3: bytes('ID3\x04\0\0\0\0\0\0'),
  bareMp3: bytes('\xff\xfb\x90\x64'),
  wav: bytes('RIFF\x24\0\0\0WAVEfmt '),
  ogg: bytes('OggS\0\x02'),
  flac: bytes('fLaC\0\0\0\x22'),
  aac: bytes('\xff\xf1\x50\x80'),
  m4a: box('M4A '),
  svg: bytes('<?xml version="1.0"?>\n<!-- a logo -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
  html: bytes('<!doctype html><script>alert(1)</script>'),
  pdf: bytes('%PDF-1.7\n'),
  text: bytes('hello'),
} as const;

/** A picture of this size that no other is equal to. */
export function picture(size: number, seed = 'picture'): Buffer {
  return Buffer.concat([PNG, Buffer.alloc(Math.max(0, size - PNG.length), seed)]);
}

/** The smallest video that every screen plays; `testing/videos` has others. */
export const VIDEO: Buffer = videoFile('h264.mp4');

/** @param name of a file in `testing/videos` */
export function videoFile(name: string): Buffer {
  return readFileSync(new URL(`videos/${name}`, import.meta.url));
}

/** @param name of a file in `testing/sounds` */
export function soundFile(name: string): Buffer {
  return readFileSync(new URL(`sounds/${name}`, import.meta.url));
}

/** A video of this size that no other is equal to: the rest is a box that players pass over. */
export function video(size: number, seed = 'video'): Buffer {
  const rest = Buffer.alloc(size - VIDEO.length, seed);
  rest.writeUInt32BE(rest.length, 0);
  rest.write('free', 4);
  return Buffer.concat([VIDEO, rest]);
}

/** What a file is addressed by. */
export function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** In small pieces, as a network brings them. */
export async function* inPieces(content: Buffer, size = 60_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
