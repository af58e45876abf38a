import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { MediaRef } from '@hallboard/shared';
import type { Random } from '../../ports/random.js';
import { StoreUnavailableError } from '../../store/store-unavailable-error.js';
import type {
  ByteRange,
  MediaFiles,
  MediaUpload,
  PutOutcome,
  RemoveOutcome,
} from '../media-files.js';
import { type MediaIndex, type MediaPaths, mediaPaths, readMediaIndex } from './media-index.js';
import { createUploadFile, syncDirectory, type UploadFile } from './upload-file.js';

/** What the system says where there is no more room. */
const FULL = new Set<string | undefined>(['ENOSPC', 'EDQUOT']);

export interface MediaDirectoryOptions {
  /** This process's alone, as the store's directory is (SRV-1); made where it is missing. */
  readonly directory: string;
  /** Names uploads that are under way. */
  readonly random: Random;
  /** @default on the disk */
  readonly createFile?: (path: string) => Promise<UploadFile>;
}

/**
 * The files of one node: `<school>/<hash>.<ending>` in a directory. An upload is written to a name of
 * its own, made durable and renamed, so that a file is whole or not there.
 * @throws StoreUnavailableError if the directory cannot be used.
 */
export async function openMediaDirectory(options: MediaDirectoryOptions): Promise<MediaFiles> {
  const paths = mediaPaths(options.directory);
  const index = await reach(() => readMediaIndex(paths));
  return new MediaDirectory(paths, index, options);
}

class MediaDirectory implements MediaFiles {
  constructor(
    private readonly paths: MediaPaths,
    /** Spares the disk a look for every request, and tells at once what a school has. */
    private readonly index: MediaIndex,
    private readonly options: MediaDirectoryOptions,
  ) {}

  async list(schoolId: string): Promise<readonly MediaRef[]> {
    const files = [...(this.index.get(schoolId)?.values() ?? [])];
    return files.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  }

  async find(schoolId: string, hash: string): Promise<MediaRef | undefined> {
    return this.index.get(schoolId)?.get(hash);
  }

  async put(upload: MediaUpload): Promise<PutOutcome> {
    const name = this.options.random.bytes(16).toString('hex');
    const temporary = join(this.paths.uploads, name);
    try {
      const { hash, bytes } = await this.#write(temporary, upload.content);
      return await reach(() =>
        this.#keep(temporary, upload, { hash, mimeType: upload.mimeType, bytes }),
      );
    } catch (error) {
      if (FULL.has(systemCode(error))) return { kind: 'no-room', where: 'storage' };
      throw error;
    } finally {
      await reach(() => rm(temporary, { force: true }));
    }
  }

  async open(schoolId: string, hash: string, range: ByteRange): Promise<Readable | undefined> {
    const file = await this.find(schoolId, hash);
    if (file === undefined) return undefined;
    try {
      const handle = await reach(() => open(this.paths.file(schoolId, file), 'r'));
      return handle.createReadStream({ ...range });
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      // Somebody took it away by hand.
      this.index.get(schoolId)?.delete(hash);
      return undefined;
    }
  }

  async remove(schoolId: string, hash: string): Promise<RemoveOutcome> {
    const file = await this.find(schoolId, hash);
    if (file === undefined) return 'unknown-file';
    await reach(async () => {
      // In one go, so that an upload of the same content comes before or after it, never amid it.
      rmSync(this.paths.file(schoolId, file), { force: true });
      this.index.get(schoolId)?.delete(hash);
      await syncDirectory(this.paths.school(schoolId));
    });
    return 'removed';
  }

  async close(): Promise<void> {
    // Nothing is held: whoever reads a file closes it.
  }

  async #write(
    path: string,
    content: AsyncIterable<Buffer>,
  ): Promise<{ readonly hash: string; readonly bytes: number }> {
    const { createFile = createUploadFile } = this.options;
    const hash = createHash('sha256');
    let bytes = 0;
    const file = await reach(() => createFile(path));
    try {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
        await reach(() => file.write(chunk));
      }
      await reach(() => file.sync());
    } finally {
      await reach(() => file.close());
    }
    return { hash: hash.digest('hex'), bytes };
  }

  async #keep(temporary: string, upload: MediaUpload, file: MediaRef): Promise<PutOutcome> {
    const { schoolId, maxSchoolBytes } = upload;
    const directory = this.paths.school(schoolId);
    const made = await mkdir(directory, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncDirectory(this.paths.root);

    // In one go, so that of two uploads the second sees the first.
    const files = this.index.get(schoolId) ?? new Map<string, MediaRef>();
    const isNew = !files.has(file.hash);
    let heldBytes = 0;
    for (const { bytes } of files.values()) heldBytes += bytes;
    if (isNew && heldBytes + file.bytes > maxSchoolBytes) {
      return { kind: 'no-room', where: 'school' };
    }
    renameSync(temporary, this.paths.file(schoolId, file));
    this.index.set(schoolId, files.set(file.hash, file));

    await syncDirectory(directory);
    return { kind: 'kept', file, isNew };
  }
}

/** @throws StoreUnavailableError where the disk fails; its cause says how. */
async function reach<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause;
    throw new StoreUnavailableError(`the media cannot be reached: ${cause.message}`, { cause });
  }
}

function systemCode(error: unknown): string | undefined {
  const cause = error instanceof StoreUnavailableError ? error.cause : undefined;
  return cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
}
