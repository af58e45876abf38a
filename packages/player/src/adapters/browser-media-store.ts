import type { MediaRef } from '@hallboard/shared';
import type { Logger } from '../ports/logger.js';
import type { CommitOutcome, MediaStore, OpenOutcome } from '../ports/media-store.js';
import type { BlobPlace } from './blob-place.js';
import { deliver } from './deliver.js';
import { hashBlob } from './hash-blob.js';
import type { KeyValue } from './key-value.js';
import { createNeedOrder } from './need-order.js';
import { createObjectUrls, type ObjectUrls } from './object-urls.js';

export interface BrowserMediaStoreOptions {
  /** Whose files they are: a hash of the token, never the token itself (STORE-2). */
  readonly owner: string;
  /** Best first. */
  readonly places: readonly BlobPlace[];
  /** For the order in which files were needed. */
  readonly local: KeyValue;
  readonly logger: Logger;
  /** Whether what other tokens have stored is theirs to keep. @default false */
  readonly sharesDevice?: boolean;
  /** How many bytes may be held in memory, where no place takes them. @default 64 MiB */
  readonly memoryBytes?: number;
  /** @default hashBlob */
  readonly hash?: (blob: Blob) => Promise<string>;
  /** @default createObjectUrls() */
  readonly urls?: ObjectUrls;
}

export interface BrowserMediaStore extends MediaStore {
  /** An open file itself; `undefined` for any other. */
  readonly blob: (hash: string) => Blob | undefined;
}

const MEMORY_BYTES = 64 * 2 ** 20;
const ORDERS = 'media/';

/** Files on the device, shown through object URLs: a video's ranges are read from the copy. */
export function createBrowserMediaStore(options: BrowserMediaStoreOptions): BrowserMediaStore {
  const { owner, places, local, logger, memoryBytes = MEMORY_BYTES } = options;
  const { hash: hashOf = hashBlob, urls = createObjectUrls() } = options;
  const prefix = `${owner}/`;
  const orderKey = `${ORDERS}${owner}`;
  const order = createNeedOrder(local, orderKey);
  const opened = new Map<string, Blob>();
  /** Of what is open, what no place has taken, with its size. */
  const held = new Map<string, number>();
  let expected: readonly string[] = [];
  let staged: { readonly hash: string; readonly parts: readonly Blob[] } | undefined;

  const isFile = async (file: MediaRef, blob: Blob): Promise<boolean> =>
    blob.size === file.bytes && (await hashOf(blob)) === file.hash;

  /** @param mimeType a place may have lost it. */
  function show({ hash, mimeType }: MediaRef, blob: Blob): void {
    if (expected.includes(hash)) opened.set(hash, blob.slice(0, blob.size, mimeType));
  }

  async function open(file: MediaRef): Promise<OpenOutcome> {
    let outcome: OpenOutcome = 'absent';
    for (const place of places) {
      try {
        const blob = await place.get(prefix + file.hash);
        if (blob === undefined) continue;
        if (await isFile(file, blob)) {
          show(file, blob);
          return 'verified';
        }
        outcome = 'wrong-bytes';
        await place.remove(prefix + file.hash);
      } catch {
        outcome = 'failed';
      }
    }
    return outcome;
  }

  async function commit(file: MediaRef): Promise<CommitOutcome> {
    const blob = new Blob(staged?.hash === file.hash ? [...staged.parts] : []);
    staged = undefined;
    if (!(await isFile(file, blob))) return { kind: 'refused', cause: 'wrong-bytes' };
    const cause = await keep(file.hash, blob);
    if (cause !== undefined) {
      const heldBytes = [...held.values()].reduce((sum, bytes) => sum + bytes, blob.size);
      if (heldBytes > memoryBytes) return { kind: 'refused', cause };
    }
    show(file, blob);
    // Another snapshot may have come meanwhile, which does without it.
    if (cause !== undefined && opened.has(file.hash)) held.set(file.hash, blob.size);
    return cause === undefined ? { kind: 'kept' } : { kind: 'held', cause };
  }

  /** @returns why no place has taken it. */
  async function keep(hash: string, blob: Blob): Promise<'full' | 'failed' | undefined> {
    let cause: 'full' | 'failed' = 'failed';
    for (const place of places) {
      do {
        try {
          await place.set(prefix + hash, blob);
          return undefined;
        } catch (error) {
          cause = isQuota(error) ? 'full' : 'failed';
        }
      } while (cause === 'full' && (await evict(place, [])));
    }
    return cause;
  }

  /**
   * Removes the one that is least recently needed (STORE-5).
   * @param further files that are expected, but may go where no other is left; the last one first.
   */
  async function evict(place: BlobPlace, further: readonly string[]): Promise<boolean> {
    try {
      const keys = (await place.keys()).filter((key) => key.startsWith(prefix));
      const hashes = keys.map((key) => key.slice(prefix.length));
      const spare = await order.sort(hashes.filter((hash) => !expected.includes(hash)));
      const last = further.filter((hash) => hashes.includes(hash)).pop();
      const hash = spare[0] ?? last;
      if (hash === undefined) return false;
      await place.remove(prefix + hash);
      return true;
    } catch {
      return false;
    }
  }

  /** What other tokens left, for the device was paired anew (P-8). */
  async function eraseOthers(): Promise<void> {
    for (const place of places) {
      await erase(place, (key) => !key.startsWith(prefix));
    }
    await erase(local, (key) => key.startsWith(ORDERS) && key !== orderKey);
  }

  async function erase(
    place: Pick<KeyValue, 'keys' | 'remove'>,
    isOther: (key: string) => boolean,
  ): Promise<void> {
    try {
      const others = (await place.keys()).filter(isOther);
      await Promise.all(others.map((key) => place.remove(key)));
    } catch {
      logger.log({ level: 'warn', name: 'media.erase-failed' });
    }
  }

  /** What is not expected is no longer open. */
  function setExpected(hashes: readonly string[]): void {
    expected = hashes;
    for (const hash of opened.keys()) {
      if (hashes.includes(hash)) continue;
      opened.delete(hash);
      held.delete(hash);
      urls.revoke(hash);
    }
  }

  return {
    expect(hashes) {
      setExpected(hashes);
      void order.put(hashes);
      if (!options.sharesDevice) void eraseOthers();
    },
    open: (file, done) => deliver(open(file), done),
    stage(hash, fromByte, bytes) {
      const before = new Blob(staged?.hash === hash ? [...staged.parts] : []);
      // Into a blob at once: the browser keeps it, and not the page's own memory.
      const part = new Blob([bytes as Uint8Array<ArrayBuffer>]);
      staged = { hash, parts: [before.slice(0, fromByte), part] };
    },
    commit: (file, done) => deliver(commit(file), done),
    makeRoom() {
      for (const place of places) void evict(place, expected);
    },
    url(hash) {
      const blob = opened.get(hash);
      return blob && urls.of(hash, blob);
    },
    blob: (hash) => opened.get(hash),
    close() {
      setExpected([]);
      staged = undefined;
    },
  };
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
