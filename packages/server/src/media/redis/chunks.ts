import type { ByteRange } from '../media-files.js';

/** @returns the same bytes in pieces of one size, of which the last may be smaller. */
export async function* rechunk(
  content: AsyncIterable<Buffer>,
  chunkBytes: number,
): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const piece of content) {
    held.push(piece);
    heldBytes += piece.length;
    if (heldBytes < chunkBytes) continue;
    const whole = Buffer.concat(held);
    let at = 0;
    for (; at + chunkBytes <= whole.length; at += chunkBytes) {
      yield whole.subarray(at, at + chunkBytes);
    }
    held = [whole.subarray(at)];
    heldBytes = whole.length - at;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

/** A part of one chunk: `from` inclusive, `to` exclusive. */
export interface ChunkPart {
  /** The chunk's place, from 0. */
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

/** @returns the parts that make up a range, in order. */
export function* partsOf({ start, end }: ByteRange, chunkBytes: number): Generator<ChunkPart> {
  const last = Math.floor(end / chunkBytes);
  for (let place = Math.floor(start / chunkBytes); place <= last; place += 1) {
    const offset = place * chunkBytes;
    yield {
      place,
      from: Math.max(0, start - offset),
      to: Math.min(chunkBytes, end - offset + 1),
    };
  }
}
