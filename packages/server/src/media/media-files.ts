import type { Readable } from 'node:stream';
import type { MediaRef } from '@hallboard/shared';

/** A file on its way in. */
export interface MediaUpload {
  readonly schoolId: string;
  /** What the content was seen to be, one of `MEDIA_TYPES`. */
  readonly mimeType: string;
  /** If it throws, nothing is kept, and `put` rejects with what it threw. */
  readonly content: AsyncIterable<Buffer>;
  /** What all files of the school may have together, in bytes. */
  readonly maxSchoolBytes: number;
}

/** Nothing was kept: the school has no more room, or the place where the files are. */
export interface NoRoom {
  readonly kind: 'no-room';
  readonly where: 'school' | 'storage';
}

export type PutOutcome =
  /** `isNew`: the school did not have it before. */
  { readonly kind: 'kept'; readonly file: MediaRef; readonly isNew: boolean } | NoRoom;

/**
 * `in-use`: the newest publish refers to the file. Only where files and content are in one place can
 * that be told here; elsewhere, whoever removes one has looked.
 */
export type RemoveOutcome = 'removed' | 'in-use' | 'unknown-file';

/** Bytes of a file, from 0; both ends are inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The files that schools show, addressed by what they contain (HTTP-8). Each school has its own: what
 * one has uploaded, another has not, also where the bytes are equal (P-8). What `put` acknowledged
 * survives `kill -9`, and what it did not leaves nothing. Every method rejects with
 * `StoreUnavailableError` when the files cannot be reached, and only then.
 */
export interface MediaFiles {
  /** What a school has, in order of hash. */
  list(schoolId: string): Promise<readonly MediaRef[]>;
  find(schoolId: string, hash: string): Promise<MediaRef | undefined>;
  /** Keeps a file under the hash of its content. The same content again changes nothing. */
  put(upload: MediaUpload): Promise<PutOutcome>;
  /**
   * Bytes of a file, to be read or destroyed. The stream fails where the file is removed meanwhile.
   * @param range within the file.
   * @returns `undefined` if the school has no such file.
   */
  open(schoolId: string, hash: string, range: ByteRange): Promise<Readable | undefined>;
  /** Nothing comes between the look at the content, where there is one, and the removal. */
  remove(schoolId: string, hash: string): Promise<RemoveOutcome>;
  /** Idempotent. */
  close(): Promise<void>;
}
