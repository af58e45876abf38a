import { open } from 'node:fs/promises';

/** A file that an upload is written to. */
export interface UploadFile {
  /** Writes all of it. */
  write(chunk: Buffer): Promise<void>;
  /** Makes what was written survive a loss of power. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Makes a file that is not there yet. Every method rejects with the system's error. */
export async function createUploadFile(path: string): Promise<UploadFile> {
  const handle = await open(path, 'wx', 0o600);
  return {
    async write(chunk) {
      for (let at = 0; at < chunk.length; ) {
        const { bytesWritten } = await handle.write(chunk, at);
        at += bytesWritten;
      }
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

/** Makes the names in a directory survive a loss of power. */
export async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
