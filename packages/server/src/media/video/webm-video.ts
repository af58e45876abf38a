import { type ByteFile, DamagedVideoError, type VideoFacts } from './read-bytes.js';

/** Elements of Matroska (RFC 9559) that lead to a video's description. */
const ID = {
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  track: 0xae,
  type: 0x83,
  codec: 0x86,
  codecPrivate: 0x63a2,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
} as const;
const VIDEO_TRACK = 1;
/** What comes before the tracks: a few elements, and pictures for a cover at most. */
const MAX_ELEMENTS = 1000;
const MAX_TRACKS_BYTES = 1024 * 1024;
const HEADER_BYTES = 12;

interface Element {
  readonly id: number;
  /** Where its content begins. */
  readonly start: number;
  /** `undefined`: nobody knew when it was written. */
  readonly end: number | undefined;
}

/**
 * What a WebM says of its first video: an element is an id, a size, and content, often more elements.
 *
 * @throws DamagedVideoError if it is cut off or malformed.
 */
export async function readWebmVideo(file: ByteFile): Promise<VideoFacts | undefined> {
  let at = 0;
  for (let count = 0; count < MAX_ELEMENTS && at < file.size; count += 1) {
    const header = await file.read(at, Math.min(at + HEADER_BYTES, file.size));
    const element = elementAt(header, 0);
    const start = at + element.start;
    const end = element.end === undefined ? file.size : at + element.end;
    if (end > file.size) throw new DamagedVideoError('it is cut off');
    if (element.id === ID.tracks) {
      if (end - start > MAX_TRACKS_BYTES) break;
      return firstVideo(await file.read(start, end));
    }
    // What it is all in; its elements follow.
    at = element.id === ID.segment ? start : end;
  }
  throw new DamagedVideoError('it does not say what is in it');
}

function firstVideo(tracks: Buffer): VideoFacts | undefined {
  for (const track of all(tracks, ID.track)) {
    if (numberIn(track, ID.type) !== VIDEO_TRACK) continue;
    const size = first(track, ID.video);
    return {
      codec: first(track, ID.codec)?.toString('latin1') ?? '',
      profile: vp9Profile(first(track, ID.codecPrivate)),
      width: (size && numberIn(size, ID.width)) ?? 0,
      height: (size && numberIn(size, ID.height)) ?? 0,
    };
  }
  return undefined;
}

/** VP9's settings are triples of a feature, its length and its value; feature 1 is the profile. */
function vp9Profile(settings: Buffer | undefined): number | undefined {
  return settings?.[0] === 1 && settings[1] === 1 ? settings[2] : undefined;
}

function numberIn(content: Buffer, id: number): number | undefined {
  const bytes = first(content, id);
  if (bytes === undefined || bytes.length === 0 || bytes.length > 6) return undefined;
  return bytes.readUIntBE(0, bytes.length);
}

function first(content: Buffer, id: number): Buffer | undefined {
  return all(content, id)[0];
}

function all(content: Buffer, id: number): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < content.length; ) {
    const element = elementAt(content, at);
    const end = element.end ?? content.length - at;
    if (at + end > content.length) throw new DamagedVideoError('it is cut off');
    if (element.id === id) found.push(content.subarray(at + element.start, at + end));
    at += end;
  }
  return found;
}

/** The element at this place, relative to it. Each has a header, so that reading ends. */
function elementAt(bytes: Buffer, at: number): Element {
  const idBytes = lengthAt(bytes, at, 4);
  const sizeBytes = lengthAt(bytes, at + idBytes, 8);
  const start = idBytes + sizeBytes;
  if (at + start > bytes.length) throw new DamagedVideoError('it is cut off');
  const id = bytes.readUIntBE(at, idBytes);
  let size = 0;
  let isUnknown = true;
  for (let k = 0; k < sizeBytes; k += 1) {
    const mask = k === 0 ? 0xff >> sizeBytes : 0xff;
    const byte = (bytes[at + idBytes + k] ?? 0) & mask;
    isUnknown &&= byte === mask;
    size = size * 256 + byte;
  }
  return { id, start, end: isUnknown ? undefined : start + size };
}

/** How many bytes a number has that begins here: one more than the zeros it begins with. */
function lengthAt(bytes: Buffer, at: number, most: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new DamagedVideoError('it is cut off');
  const length = Math.clz32(byte) - 23;
  if (length > most) throw new DamagedVideoError('a part of it has no size');
  return length;
}
