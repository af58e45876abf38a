import type { MediaRef } from '@hallboard/shared';
import { sha256Hex } from './sha256-hex.js';

export interface SampleFile {
  readonly bytes: Uint8Array;
  /** How items refer to it. */
  readonly ref: MediaRef;
}

/** A file of a few kilobytes; another one for each number. */
export function sampleFile(number: number): SampleFile {
  const length = 800 + ((number * 700) % 2_800);
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + number * 17) % 256);
  return { bytes, ref: { hash: sha256Hex(bytes), mimeType: 'image/png', bytes: length } };
}
