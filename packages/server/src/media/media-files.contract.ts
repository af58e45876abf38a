import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, inPieces } from '../testing/media-samples.fixture.js';
import type { MediaFiles, PutOutcome } from './media-files.js';

export interface MediaUnderTest {
  readonly media: MediaFiles;
  /** Another view of the same files: after a restart, or of another node. */
  reopen(): Promise<MediaFiles>;
  /** Whether any half of an upload is left anywhere. */
  hasLeftovers(): Promise<boolean>;
  dispose(): Promise<void>;
}

/** More than one chunk of any implementation, and no two parts of it are equal. */
const LARGE = Buffer.from(Array.from({ length: 100_000 }, (_, at) => `${at};`).join(''));
const SMALL = Buffer.from('a small file');

/** What every `MediaFiles` keeps to. @param create makes one without any file. */
export function mediaFilesContract(name: string, create: () => Promise<MediaUnderTest>): void {
  describe(`${name} keeps the contract of media files [HTTP-8]`, () => {
    let underTest: MediaUnderTest;
    let media: MediaFiles;
    beforeEach(async () => {
      underTest = await create();
      media = underTest.media;
    });
    afterEach(() => underTest.dispose());

    function put(content: Buffer, more: { schoolId?: string; maxSchoolBytes?: number } = {}) {
      return media.put({
        schoolId: 'north',
        mimeType: 'image/png',
        maxSchoolBytes: 10_000_000,
        content: inPieces(content),
        ...more,
      });
    }

    async function read(content: Buffer, start = 0, end = content.length - 1, schoolId = 'north') {
      const stream = await media.open(schoolId, hashOf(content), { start, end });
      return stream === undefined ? undefined : text(stream);
    }

    const ref = (content: Buffer) => ({
      hash: hashOf(content),
      mimeType: 'image/png',
      bytes: content.length,
    });

    it('keeps a file under the hash of its content, and gives the same bytes back', async () => {
      expect(await put(LARGE)).toEqual({ kind: 'kept', file: ref(LARGE), isNew: true });
      expect(await media.find('north', hashOf(LARGE))).toEqual(ref(LARGE));
      expect(await read(LARGE)).toBe(LARGE.toString());
      expect(await underTest.hasLeftovers()).toBe(false);
    });

    it('gives any range of a file, also across what it is stored in', async () => {
      await put(LARGE);
      const last = LARGE.length - 1;
      const edge = 256 * 1024;
      for (const [start, end] of [
        [0, 0],
        [last, last],
        [edge - 1, edge],
        [edge, edge],
        [7, last - 7],
      ] as const) {
        expect(await read(LARGE, start, end)).toBe(LARGE.subarray(start, end + 1).toString());
      }
    });

    it('takes the same content again without keeping it twice', async () => {
      await put(SMALL);
      const again = await put(SMALL, { maxSchoolBytes: SMALL.length });
      expect(again).toEqual({ kind: 'kept', file: ref(SMALL), isNew: false });
      expect(await media.list('north')).toEqual([ref(SMALL)]);
    });

    it('lists the files of a school in order of hash', async () => {
      const contents = ['1', '2', '3', '4'].map((each) => Buffer.from(each));
      for (const content of contents) await put(content);
      expect(await media.list('north')).toEqual(
        contents.map(ref).sort((a, b) => (a.hash < b.hash ? -1 : 1)),
      );
    });

    it('[P-8] gives each school its own files alone, also where the bytes are equal', async () => {
      await put(SMALL);
      await put(LARGE);
      await put(SMALL, { schoolId: 'south' });
      expect(await media.list('south')).toEqual([ref(SMALL)]);
      expect(await media.find('south', hashOf(LARGE))).toBeUndefined();
      expect(await read(LARGE, 0, 9, 'south')).toBeUndefined();
      expect(await media.remove('south', hashOf(LARGE))).toBe('unknown-file');
      expect(await media.remove('south', hashOf(SMALL))).toBe('removed');
      expect(await read(SMALL)).toBe(SMALL.toString());
    });

    it('removes a file', async () => {
      await put(SMALL);
      expect(await media.remove('north', hashOf(SMALL))).toBe('removed');
      expect(await media.remove('north', hashOf(SMALL))).toBe('unknown-file');
      expect(await media.find('north', hashOf(SMALL))).toBeUndefined();
      expect(await read(SMALL)).toBeUndefined();
      expect(await media.list('north')).toEqual([]);
      expect(await put(SMALL)).toMatchObject({ kind: 'kept', isNew: true });
    });

    it('keeps no more than a school may have', async () => {
      const maxSchoolBytes = LARGE.length + SMALL.length - 1;
      await put(LARGE, { maxSchoolBytes });
      expect(await put(SMALL, { maxSchoolBytes })).toEqual({ kind: 'no-room', where: 'school' });
      expect(await media.list('north')).toEqual([ref(LARGE)]);
      expect(await put(SMALL, { maxSchoolBytes, schoolId: 'south' })).toMatchObject({
        kind: 'kept',
      });
      expect(await underTest.hasLeftovers()).toBe(false);
    });

    it('keeps within it also when uploads arrive at once', async () => {
      const contents = Array.from({ length: 6 }, (_, at) => Buffer.from(`file ${at}`));
      const outcomes = await Promise.all(
        contents.map((content) => put(content, { maxSchoolBytes: 3 * 6 })),
      );
      const kept = (outcome: PutOutcome) => outcome.kind === 'kept';
      expect(outcomes.filter(kept)).toHaveLength(3);
      expect(await media.list('north')).toHaveLength(3);
    });

    it('keeps nothing of content that ends in an error, and passes it on', async () => {
      const aborted = new Error('aborted');
      async function* cutOff(): AsyncGenerator<Buffer> {
        yield* inPieces(LARGE);
        throw aborted;
      }
      const upload = { schoolId: 'north', mimeType: 'image/png', maxSchoolBytes: 10_000_000 };
      await expect(media.put({ ...upload, content: cutOff() })).rejects.toBe(aborted);
      expect(await media.list('north')).toEqual([]);
      expect(await underTest.hasLeftovers()).toBe(false);
    });

    it('has the same files when it is opened again', async () => {
      await put(LARGE);
      const other = await underTest.reopen();
      expect(await other.list('north')).toEqual([ref(LARGE)]);
      const stream = await other.open('north', hashOf(LARGE), { start: 0, end: 99 });
      expect(stream && (await text(stream))).toBe(LARGE.subarray(0, 100).toString());
      await other.close();
    });

    it('lets a stream be given up half-way', async () => {
      await put(LARGE);
      const range = { start: 0, end: LARGE.length - 1 };
      const stream = await media.open('north', hashOf(LARGE), range);
      if (stream === undefined) throw new Error('it was kept');
      await new Promise((resolve) => stream.once('data', resolve));
      const closed = new Promise((resolve) => stream.once('close', resolve));
      stream.destroy();
      await closed;
      expect(await read(LARGE, 0, 3)).toBe(LARGE.subarray(0, 4).toString());
    });

    it('finds nothing under what is no hash of a file', async () => {
      await put(SMALL);
      for (const hash of ['', '..', `../north/${hashOf(SMALL)}.png`, hashOf(LARGE)]) {
        expect(await media.find('north', hash)).toBeUndefined();
        expect(await media.open('north', hash, { start: 0, end: 0 })).toBeUndefined();
        expect(await media.remove('north', hash)).toBe('unknown-file');
      }
      expect(await media.list('..')).toEqual([]);
    });
  });
}
