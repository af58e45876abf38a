import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Clock } from '../ports/clock.js';
import type { PublishNote } from '../store/records.js';
import type { PastContent, Store } from '../store/store.js';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A school may return to so many contents; of 40 classes each takes about 20 kB. */
const MAX_KEPT = 50;
/** Of content that was published by a version without a history. Nobody knows whose it is. */
const UNKNOWN_AUTHOR = { what: 'the content from before the history' };

/** Who publishes content, and what of it. */
export type Author = Omit<PublishNote, 'atMs'>;

/** What a publish adds to the history. */
export interface KeptContents {
  /** What was there before, where the history lacks it. */
  readonly pastBefore?: PastContent;
  /** What is published, where it differs from what was there. */
  readonly past?: PastContent;
}

/** The contents that a school can return to: each that differs from the one before, once. */
export interface PastContents {
  /** @param text of a school that is not there yet. */
  first(text: string, author: Author): Promise<KeptContents>;
  /**
   * @param before the content's text until now, as the publish that is built on has it.
   * @param author absent: the content is as it was.
   */
  next(schoolId: string, before: string, text: string, author?: Author): Promise<KeptContents>;
  /** The text of a publish that is kept. */
  read(schoolId: string, sequence: number): Promise<string | undefined>;
}

export function createPastContents(store: Store, clock: Clock): PastContents {
  const keep = async (text: string, author: Author): Promise<PastContent> => ({
    note: { atMs: clock.wallMs(), ...author },
    gzip: await compress(text),
    maxKept: MAX_KEPT,
  });

  async function read(schoolId: string, sequence: number): Promise<string | undefined> {
    const compressed = await store.pastContent(schoolId, sequence);
    return compressed && (await decompress(compressed)).toString('utf8');
  }

  return {
    read,
    first: async (text, author) => ({ past: await keep(text, author) }),
    async next(schoolId, before, text, author = UNKNOWN_AUTHOR) {
      const [newest] = await store.history(schoolId);
      const isKept = newest !== undefined && (await read(schoolId, newest.sequence)) === before;
      if (text === before) return isKept ? {} : { past: await keep(text, author) };
      return {
        ...(!isKept && { pastBefore: await keep(before, UNKNOWN_AUTHOR) }),
        past: await keep(text, author),
      };
    },
  };
}
