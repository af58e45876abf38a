import { type ByteFile, DamagedVideoError, type VideoFacts } from './read-bytes.js';

/** A file of a film has a few boxes; one of many fragments some thousands. */
const MAX_BOXES = 20_000;
/** The index of a film of hours; what claims more is no film for a school's wall. */
const MAX_INDEX_BYTES = 32 * 1024 * 1024;
const HEADER_BYTES = 16;

interface Box {
  readonly type: string;
  /** Where its content begins. */
  readonly start: number;
  readonly end: number;
}

/**
 * What an MP4 says of its first video, by ISO/IEC 14496-12: a box is its size, four letters, and
 * content, often more boxes.
 *
 * @throws DamagedVideoError if it is cut off or malformed.
 */
export async function readMp4Video(file: ByteFile): Promise<VideoFacts | undefined> {
  let index: Box | undefined;
  let at = 0;
  for (let count = 0; at < file.size; count += 1) {
    const header = await file.read(at, Math.min(at + HEADER_BYTES, file.size));
    const box = boxAt(header, 0, file.size - at);
    if (count === MAX_BOXES) throw new DamagedVideoError('it has too many parts');
    if (box.type === 'moov') index ??= { ...box, start: at + box.start, end: at + box.end };
    at += box.end;
  }
  if (index === undefined) throw new DamagedVideoError('its index is missing');
  if (index.end - index.start > MAX_INDEX_BYTES)
    throw new DamagedVideoError('its index is too large');
  return firstVideo(await file.read(index.start, index.end));
}

function firstVideo(moov: Buffer): VideoFacts | undefined {
  for (const { type, start, end } of boxes(moov)) {
    if (type !== 'trak') continue;
    const media = childAt(moov.subarray(start, end), ['mdia']);
    const handler = media && childAt(media, ['hdlr']);
    if (media === undefined || handler?.toString('latin1', 8, 12) !== 'vide') continue;
    const descriptions = childAt(media, ['minf', 'stbl', 'stsd']);
    // After a version and a count, the first description is a box itself.
    const entry = descriptions && [...boxes(descriptions.subarray(8))][0];
    if (descriptions === undefined || entry === undefined) {
      throw new DamagedVideoError('its video is not described');
    }
    return describe(entry.type, descriptions.subarray(8).subarray(entry.start, entry.end));
  }
  return undefined;
}

/** Where a description of a video has its size, and where its own boxes begin. */
const WIDTH_AT = 24;
const HEIGHT_AT = 26;
const ENTRY_BYTES = 78;

function describe(codec: string, entry: Buffer): VideoFacts {
  if (entry.length < ENTRY_BYTES) throw new DamagedVideoError('its video is not described');
  const settings = childAt(entry.subarray(ENTRY_BYTES), ['avcC']);
  return {
    codec,
    profile: settings?.[1],
    width: entry.readUInt16BE(WIDTH_AT),
    height: entry.readUInt16BE(HEIGHT_AT),
  };
}

function childAt(content: Buffer, path: readonly string[]): Buffer | undefined {
  let inner: Buffer | undefined = content;
  for (const type of path) {
    if (inner === undefined) return undefined;
    const box: Box | undefined = [...boxes(inner)].find((each) => each.type === type);
    inner = box && inner.subarray(box.start, box.end);
  }
  return inner;
}

function* boxes(content: Buffer): Generator<Box> {
  for (let at = 0; at < content.length; ) {
    const { type, start, end } = boxAt(content, at, content.length - at);
    yield { type, start: at + start, end: at + end };
    at += end;
  }
}

/** The box at this place, relative to it. Each is longer than nothing, so that reading ends. */
function boxAt(bytes: Buffer, at: number, room: number): Box {
  if (bytes.length - at < 8) throw new DamagedVideoError('it is cut off');
  const type = bytes.toString('latin1', at + 4, at + 8);
  const size = bytes.readUInt32BE(at);
  if (size === 0) return { type, start: 8, end: room };
  const isLong = size === 1;
  if (isLong && bytes.length - at < HEADER_BYTES) throw new DamagedVideoError('it is cut off');
  const start = isLong ? HEADER_BYTES : 8;
  const end = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size;
  if (end < start) throw new DamagedVideoError('a part of it has no size');
  if (end > room) throw new DamagedVideoError('it is cut off');
  return { type, start, end };
}
