import { DamagedSoundError, type SoundFacts } from './sound-facts.js';

/** By the bits for MPEG 2.5, none, 2 and 1. */
const RATES = [
  [11_025, 12_000, 8_000],
  [],
  [22_050, 24_000, 16_000],
  [44_100, 48_000, 32_000],
] as const;
const MPEG_1 = 3;
/** By the header's number; 0 leaves it to the decoder, and few can. */
const KBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBITS_BELOW_MPEG_1 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const LAYER_3 = 1;
const MONO = 3;
const HEADER_BYTES = 4;
/** What other programs write after the last frame, if it is not nothing. */
const TAGS_AT_END = /^(TAG|APETAGEX|LYRICSBEGIN|ID3|3DI|\0*$)/;

interface Frame {
  readonly bytes: number;
  readonly samples: number;
  readonly sampleRate: number;
  readonly channels: number;
  /** Where an encoder's notes stand in the first frame. */
  readonly notesAt: number;
}

/**
 * What an MP3 says of itself, by ISO/IEC 11172-3: frames, one after the other, each with a header that
 * tells its length. All of them are looked at, so that what is cut off is found here.
 *
 * @throws DamagedSoundError if it is cut off or malformed.
 */
export function readMp3Sound(content: Buffer): SoundFacts {
  let at = endOfTag(content);
  const first = frameAt(content, at);
  if (first === undefined) throw new DamagedSoundError('it holds no MP3');
  const announced = announcedFrames(content, at, first);
  let frames = 0;
  for (let frame: Frame | undefined = first; frame !== undefined; frame = frameAt(content, at)) {
    if (frame.sampleRate !== first.sampleRate) throw new DamagedSoundError('its parts differ');
    at += frame.bytes;
    if (at > content.length) throw new DamagedSoundError('it is cut off');
    frames += 1;
  }
  if (!TAGS_AT_END.test(content.toString('latin1', at))) {
    throw new DamagedSoundError(`its part ${frames + 1} is unreadable`);
  }
  // The frame with an encoder's notes has no sound.
  const heard = announced === undefined ? frames : frames - 1;
  if (heard < (announced ?? 0)) throw new DamagedSoundError('it is cut off');
  const { samples, sampleRate, channels } = first;
  return {
    isPlain: true,
    channels,
    sampleRate,
    durationMs: (1000 * heard * samples) / sampleRate,
  };
}

/** Where the frames begin: after an ID3v2 tag, whose size is in four bytes of seven bits. */
function endOfTag(content: Buffer): number {
  if (content.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = content.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  let at = 10 + size;
  while (content[at] === 0) at += 1;
  return at;
}

/** @returns `undefined` where none begins. */
function frameAt(content: Buffer, at: number): Frame | undefined {
  if (at + HEADER_BYTES > content.length) return undefined;
  const header = content.readUInt32BE(at);
  const isSynced = header >>> 21 === 0x7ff;
  const version = (header >>> 19) & 3;
  const layer = (header >>> 17) & 3;
  const isMpeg1 = version === MPEG_1;
  const kbits = (isMpeg1 ? KBITS : KBITS_BELOW_MPEG_1)[(header >>> 12) & 15];
  const sampleRate = RATES[version]?.[(header >>> 10) & 3];
  if (!isSynced || layer !== LAYER_3 || !kbits || sampleRate === undefined) return undefined;
  const samples = isMpeg1 ? 1152 : 576;
  const padding = (header >>> 9) & 1;
  const channels = ((header >>> 6) & 3) === MONO ? 1 : 2;
  const sideInfo = (isMpeg1 ? [17, 32] : [9, 17])[channels - 1] ?? 0;
  return {
    bytes: Math.floor((samples * 125 * kbits) / sampleRate) + padding,
    samples,
    sampleRate,
    channels,
    notesAt: HEADER_BYTES + sideInfo,
  };
}

/** How many frames with sound the encoder has noted; 0 where it has noted anything but that. */
function announcedFrames(content: Buffer, at: number, { notesAt }: Frame): number | undefined {
  const notes = content.subarray(at + notesAt, at + notesAt + 12);
  if (!/^(Xing|Info)/.test(notes.toString('latin1', 0, 4)) || notes.length < 12) return undefined;
  return (notes.readUInt32BE(4) & 1) === 1 ? notes.readUInt32BE(8) : 0;
}
