import type { MediaType } from '../media-types.js';
import { readMp3Sound } from './mp3-sound.js';
import { DamagedSoundError, type SoundFacts } from './sound-facts.js';
import { readWavSound } from './wav-sound.js';

export type SoundType = Extract<MediaType, `audio/${string}`>;

export type CheckedSound =
  | { readonly kind: 'playable' }
  | { readonly kind: 'refused'; readonly reason: string };

/** A screen decodes a bell into its memory, and downloads it before any picture. */
export const MAX_SOUND_BYTES = 4 * 2 ** 20;
/** A bell; whoever wants music for longer has a loudspeaker for it. */
const MAX_SOUND_MS = 30_000;
const MIN_SOUND_MS = 50;
const MAX_CHANNELS = 2;
const SAMPLE_RATES = { least: 8_000, most: 48_000 };

/**
 * Looks whether the screens in schools can play a sound: MP3 and WAV, which every engine since 2018
 * decodes. All of it is walked through, by code that ends on whatever it is given.
 */
export function checkSound(content: Buffer, mimeType: SoundType): CheckedSound {
  try {
    return judge(mimeType === 'audio/mpeg' ? readMp3Sound(content) : readWavSound(content));
  } catch (error) {
    if (!(error instanceof DamagedSoundError)) throw error;
    return refused(`The sound is damaged: ${error.message}`);
  }
}

function judge({ isPlain, channels, sampleRate, durationMs }: SoundFacts): CheckedSound {
  const isCommon =
    channels >= 1 &&
    channels <= MAX_CHANNELS &&
    sampleRate >= SAMPLE_RATES.least &&
    sampleRate <= SAMPLE_RATES.most;
  if (!isPlain || !isCommon) {
    return refused('Older screens cannot play such a WAV; export it with 16 bits and 44.1 kHz');
  }
  if (durationMs > MAX_SOUND_MS) {
    const seconds = Math.ceil(durationMs / 1000);
    return refused(`A sound has at most ${MAX_SOUND_MS / 1000} seconds, and this one ${seconds}`);
  }
  if (durationMs < MIN_SOUND_MS) return refused('There is no sound in it');
  return { kind: 'playable' };
}

function refused(reason: string): CheckedSound {
  return { kind: 'refused', reason };
}
