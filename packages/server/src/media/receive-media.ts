import type { MediaFiles, PutOutcome } from './media-files.js';
import { HEAD_BYTES, sniffMediaType } from './media-types.js';

/** What a school may upload, in bytes. */
export interface MediaLimits {
  readonly maxImageBytes: number;
  readonly maxVideoBytes: number;
  /** All files of a school together. */
  readonly maxSchoolBytes: number;
}

export type ReceiveOutcome =
  | PutOutcome
  | { readonly kind: 'empty' }
  | { readonly kind: 'unsupported'; readonly reason: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number };

/**
 * Takes a file in: tells what it is by its first bytes, and keeps it while it arrives.
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
  let limitBytes = 0;
  try {
    const head = await readHead(chunks);
    if (head.length === 0) return { kind: 'empty' };
    const sniffed = sniffMediaType(head.subarray(0, HEAD_BYTES));
    if (sniffed.kind === 'refused') return { kind: 'unsupported', reason: sniffed.reason };
    const { mimeType } = sniffed;
    const { maxImageBytes, maxVideoBytes, maxSchoolBytes } = limits;
    limitBytes = mimeType.startsWith('image/') ? maxImageBytes : maxVideoBytes;
    if (announcedBytes > limitBytes) return { kind: 'too-large', limitBytes };
    const capped = atMost(limitBytes, head, chunks);
    return await files.put({ schoolId, mimeType, content: capped, maxSchoolBytes });
  } catch (error) {
    if (error instanceof TooLargeError) return { kind: 'too-large', limitBytes };
    throw error;
  } finally {
    await chunks.return?.();
  }
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
