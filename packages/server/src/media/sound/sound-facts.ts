/** What a file says of its sound. */
export interface SoundFacts {
  /** Whether it is coded as every engine can read it: MP3, or plain samples of 8, 16 or 24 bits. */
  readonly isPlain: boolean;
  readonly channels: number;
  /** In Hz. */
  readonly sampleRate: number;
  readonly durationMs: number;
}

/** The file is not what it began as. The message says so to who uploaded it. */
export class DamagedSoundError extends Error {
  override readonly name = 'DamagedSoundError';
}
