/** A file whose parts can be had. */
export interface ByteFile {
  /** In bytes. */
  readonly size: number;
  /** Gives what there is of these bytes; `end` is exclusive. */
  read(start: number, end: number): Promise<Buffer>;
}

/** What a container says of its first video. */
export interface VideoFacts {
  /** As the container names it: `avc1`, `V_VP9`. */
  readonly codec: string;
  /** H.264's and VP9's number for how colours are stored, where the file says it. */
  readonly profile: number | undefined;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The file is not what it began as. The message says so to who uploaded it. */
export class DamagedVideoError extends Error {
  override readonly name = 'DamagedVideoError';
}
