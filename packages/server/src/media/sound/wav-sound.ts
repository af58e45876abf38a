import { DamagedSoundError, type SoundFacts } from './sound-facts.js';

const PCM = 1;
/** The coding is then said further on. */
const EXTENSIBLE = 0xfffe;
const RIFF_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;

interface Format {
  readonly coding: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly blockBytes: number;
  readonly bits: number;
}

/**
 * What a WAV says of itself: chunks of four letters, a size and content, of which one describes the
 * sound and a later one is it.
 *
 * @throws DamagedSoundError if it is cut off or malformed.
 */
export function readWavSound(content: Buffer): SoundFacts {
  let format: Format | undefined;
  for (let at = RIFF_BYTES; at + CHUNK_HEADER_BYTES <= content.length; ) {
    const name = content.toString('latin1', at, at + 4);
    const bytes = content.readUInt32LE(at + 4);
    const start = at + CHUNK_HEADER_BYTES;
    if (start + bytes > content.length) throw new DamagedSoundError('it is cut off');
    if (name === 'fmt ') format = readFormat(content.subarray(start, start + bytes));
    if (name === 'data' && format !== undefined) return describe(format, bytes);
    at = start + bytes + (bytes % 2);
  }
  throw new DamagedSoundError('its sound is missing');
}

function readFormat(chunk: Buffer): Format {
  if (chunk.length < 16) throw new DamagedSoundError('its sound is not described');
  const coding = chunk.readUInt16LE(0);
  return {
    coding: coding === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : coding,
    channels: chunk.readUInt16LE(2),
    sampleRate: chunk.readUInt32LE(4),
    blockBytes: chunk.readUInt16LE(12),
    bits: chunk.readUInt16LE(14),
  };
}

function describe(format: Format, bytes: number): SoundFacts {
  const { coding, channels, sampleRate, blockBytes, bits } = format;
  const isPlain = coding === PCM && [8, 16, 24].includes(bits);
  const isWhole = sampleRate > 0 && blockBytes > 0;
  if (!isWhole || (isPlain && blockBytes !== (channels * bits) / 8)) {
    throw new DamagedSoundError('its sound is described wrongly');
  }
  return {
    isPlain,
    channels,
    sampleRate,
    durationMs: (1000 * bytes) / blockBytes / sampleRate,
  };
}
