import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import type { MediaFiles, MediaUpload, NoRoom, PutOutcome } from './media-files.js';
import { HEAD_BYTES, type MediaType, sniffMediaType } from './media-types.js';
import { type ImageType, prepareImage } from './prepare-image.js';
import { checkSound, MAX_SOUND_BYTES, type SoundType } from './sound/check-sound.js';
import { checkVideo, type VideoType } from './video/check-video.js';

/** What a school may upload, in bytes. */
export interface MediaLimits {
  readonly maxImageBytes: number;
  readonly maxVideoBytes: number;
  /** All files of a school together. */
  readonly maxSchoolBytes: number;
}

export type ReceiveOutcome =
  | (Extract<PutOutcome, { readonly kind: 'kept' }> & {
      /** The hash of what arrived; that of the file differs if a picture was changed. */
      readonly received: string;
      /** What was done to a picture, for a person to read. */
      readonly changes: readonly string[];
    })
  | NoRoom
  | { readonly kind: 'empty' }
  | { readonly kind: 'unsupported'; readonly reason: string }
  | {
      readonly kind: 'too-large';
      readonly mimeType: MediaType;
      readonly limitBytes: number;
    };

/**
 * Takes a file in: tells what it is by its first bytes, and keeps it if screens can show it. A picture
 * is made fit for them first, in memory, and a sound is looked through there. A video is kept while it arrives, and let go if they could
 * not play it.
 *
 * @param announcedBytes what the sender says of the size, so that it need not send what is refused.
 * @param content if it throws, nothing is kept and the same is thrown.
 * @throws StoreUnavailableError if the files cannot be reached.
 */
export async function receiveMedia(
  files: MediaFiles,
  limits: MediaLimits,
  schoolId: string,
  content: AsyncIterable<Buffer>,
  announcedBytes = 0,
): Promise<ReceiveOutcome> {
  const chunks = content[Symbol.asyncIterator]();
  let tooLarge: Extract<ReceiveOutcome, { readonly kind: 'too-large' }> | undefined;
  try {
    const head = await readHead(chunks);
    if (head.length === 0) return { kind: 'empty' };
    const sniffed = sniffMediaType(head.subarray(0, HEAD_BYTES));
    if (sniffed.kind === 'refused') return { kind: 'unsupported', reason: sniffed.reason };
    const { mimeType } = sniffed;
    const limitBytes = limitOf(mimeType, limits);
    tooLarge = { kind: 'too-large', mimeType, limitBytes };
    if (announcedBytes > limitBytes) return tooLarge;
    const upload = {
      schoolId,
      mimeType,
      maxSchoolBytes: limits.maxSchoolBytes,
      content: atMost(limitBytes, head, chunks),
    };
    if (isImage(mimeType)) return await receiveImage(files, upload, mimeType);
    if (isSound(mimeType)) return await receiveSound(files, upload, mimeType);
    return await receiveVideo(files, upload, mimeType);
  } catch (error) {
    if (error instanceof TooLargeError && tooLarge !== undefined) return tooLarge;
    throw error;
  } finally {
    await chunks.return?.();
  }
}

async function receiveImage(
  files: MediaFiles,
  upload: MediaUpload,
  mimeType: ImageType,
): Promise<ReceiveOutcome> {
  const received = await buffer(upload.content);
  const prepared = await prepareImage(received, mimeType);
  if (prepared.kind === 'refused') return { kind: 'unsupported', reason: prepared.reason };
  const outcome = await files.put({ ...upload, content: inOnePiece(prepared.content) });
  if (outcome.kind !== 'kept') return outcome;
  const hash = createHash('sha256').update(received).digest('hex');
  return { ...outcome, received: hash, changes: prepared.changes };
}

async function receiveSound(
  files: MediaFiles,
  upload: MediaUpload,
  mimeType: SoundType,
): Promise<ReceiveOutcome> {
  const received = await buffer(upload.content);
  const checked = checkSound(received, mimeType);
  if (checked.kind === 'refused') return { kind: 'unsupported', reason: checked.reason };
  const outcome = await files.put({ ...upload, content: inOnePiece(received) });
  return outcome.kind === 'kept'
    ? { ...outcome, received: outcome.file.hash, changes: [] }
    : outcome;
}

async function receiveVideo(
  files: MediaFiles,
  upload: MediaUpload,
  mimeType: VideoType,
): Promise<ReceiveOutcome> {
  const { schoolId } = upload;
  const outcome = await files.put(upload);
  if (outcome.kind !== 'kept') return outcome;
  const { hash, bytes: size } = outcome.file;
  async function read(start: number, end: number): Promise<Buffer> {
    const part = await files.open(schoolId, hash, { start, end: end - 1 });
    if (part === undefined) throw new StoreUnavailableError('the video was removed meanwhile');
    return buffer(part);
  }
  const checked = await checkVideo({ size, read }, mimeType);
  if (checked.kind === 'playable') return { ...outcome, received: hash, changes: [] };
  // One that was there before may be on a wall.
  if (outcome.isNew) await files.remove(schoolId, hash);
  return { kind: 'unsupported', reason: checked.reason };
}

function limitOf(mimeType: MediaType, { maxImageBytes, maxVideoBytes }: MediaLimits): number {
  if (isSound(mimeType)) return MAX_SOUND_BYTES;
  return isImage(mimeType) ? maxImageBytes : maxVideoBytes;
}

function isImage(mimeType: MediaType): mimeType is ImageType {
  return mimeType.startsWith('image/');
}

function isSound(mimeType: MediaType): mimeType is SoundType {
  return mimeType.startsWith('audio/');
}

async function* inOnePiece(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

class TooLargeError extends Error {}

/** The first `HEAD_BYTES` and what came with them; less only of a file that is shorter. */
async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* atMost(
  limitBytes: number,
  head: Buffer,
  rest: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  let chunk: Buffer | undefined = head;
  while (chunk !== undefined) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw new TooLargeError();
    yield chunk;
    const next: IteratorResult<Buffer> = await rest.next();
    chunk = next.done === true ? undefined : next.value;
  }
}
