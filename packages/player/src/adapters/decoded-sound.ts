import type { Logger } from '../ports/logger.js';

export interface DecodedSoundOptions {
  /** A file that is on the device and has verified. */
  readonly blob: (hash: string) => Blob | undefined;
  readonly logger: Logger;
  /** @default the browser's, whose promise may reject or never settle */
  readonly decode?: (blob: Blob) => Promise<AudioBuffer>;
}

/** The one file that is about to be heard; decoded, a sound takes some megabytes. */
export interface DecodedSound {
  /** See `Speaker`. */
  prepare(file: string | undefined): void;
  /** @returns `undefined` while it is not there, and where it cannot be decoded. */
  get(file: string | undefined): AudioBuffer | undefined;
}

interface Prepared {
  readonly file: string;
  buffer?: AudioBuffer;
}

export function createDecodedSound(options: DecodedSoundOptions): DecodedSound {
  const { blob, logger, decode = decodeBlob } = options;
  let current: Prepared | undefined;

  return {
    prepare(file) {
      if (file === current?.file) return;
      current = undefined;
      const found = file === undefined ? undefined : blob(file);
      if (file === undefined || found === undefined) return;
      const sound: Prepared = { file };
      current = sound;
      decode(found).then(
        (buffer) => {
          sound.buffer = buffer;
        },
        () => logger.log({ level: 'warn', name: 'bell.not-decoded', details: { file } }),
      );
    },
    get: (file) => (file === current?.file ? current?.buffer : undefined),
  };
}

async function decodeBlob(blob: Blob): Promise<AudioBuffer> {
  const bytes = await new Response(blob).arrayBuffer();
  return new OfflineAudioContext(1, 1, 44_100).decodeAudioData(bytes);
}
