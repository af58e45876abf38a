import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { MediaRef } from '@hallboard/shared';
import type { Logger } from '../../logging/logger.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { RedisConnection } from '../../redis/redis-connection.js';
import { RedisUnavailableError } from '../../redis/redis-unavailable-error.js';
import { readFields, readText } from '../../redis/replies.js';
import { assertHeld } from '../../store/redis/installation.js';
import { mediaKeys, schoolKeys } from '../../store/redis/keys.js';
import { RedisData } from '../../store/redis/redis-data.js';
import { StoreUnavailableError } from '../../store/store-unavailable-error.js';
import type {
  ByteRange,
  MediaFiles,
  MediaUpload,
  PutOutcome,
  RemoveOutcome,
} from '../media-files.js';
import { partsOf, rechunk } from './chunks.js';
import { ADD_CHUNK, KEEP, REMOVE } from './scripts.js';

/** One answer of Redis: large enough to be quick, small enough not to hold up others. */
const CHUNK_BYTES = 256 * 1024;

/** An upload that brings nothing for so long is forgotten. */
const FORGET_MS = 60_000;

export interface RedisMediaOptions {
  /** `redis://` or `rediss://`; the store's. */
  readonly url: string;
  /** How long an answer is waited for, and ten times as long for one that carries a chunk. */
  readonly deadlineMs: number;
  readonly clock: Clock;
  /** Names uploads that are under way. */
  readonly random: Random;
  readonly logger: Logger;
}

/**
 * The files that many nodes share, in chunks on the Redis that is their store. On a connection of its
 * own, so that no claim waits for a video. A store that was lost has no files to deny (SRV-4).
 */
export function openRedisMedia(options: RedisMediaOptions): MediaFiles {
  const connection = new RedisConnection(options);
  // What the store has found safe is safe for files too (SRV-3).
  const redis = new RedisData(connection, async () => undefined);
  return new RedisMedia(redis, connection, options.random);
}

interface Entry {
  readonly file: MediaRef;
  readonly chunkBytes: number;
}

class RedisMedia implements MediaFiles {
  constructor(
    private readonly redis: RedisData,
    private readonly connection: RedisConnection,
    private readonly random: Random,
  ) {}

  async list(schoolId: string): Promise<readonly MediaRef[]> {
    const fields = readFields(await this.redis.send('HGETALL', mediaKeys.index(schoolId)));
    if (fields.size === 0) await assertHeld(this.redis);
    return [...fields]
      .map(([hash, text]) => readEntry(hash, text.toString('utf8')).file)
      .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  }

  async find(schoolId: string, hash: string): Promise<MediaRef | undefined> {
    return (await this.#entry(schoolId, hash))?.file;
  }

  async put(upload: MediaUpload): Promise<PutOutcome> {
    await assertHeld(this.redis);
    const { schoolId } = upload;
    const key = mediaKeys.upload(schoolId, this.random.bytes(16).toString('hex'));
    try {
      return await this.#receive(key, upload);
    } catch (error) {
      if (isFull(error)) return { kind: 'no-room', where: 'storage' };
      throw error;
    } finally {
      // Whatever is left of it; where that fails, Redis forgets it in a minute.
      await this.redis.send('UNLINK', key).catch(() => undefined);
    }
  }

  async open(schoolId: string, hash: string, range: ByteRange): Promise<Readable | undefined> {
    const entry = await this.#entry(schoolId, hash);
    if (entry === undefined) return undefined;
    const content = this.#read(mediaKeys.file(schoolId, hash), range, entry.chunkBytes);
    return Readable.from(content, { objectMode: false });
  }

  async remove(schoolId: string, hash: string): Promise<RemoveOutcome> {
    const { content } = schoolKeys(schoolId);
    const keys = [mediaKeys.index(schoolId), mediaKeys.file(schoolId, hash), content];
    const outcome = readText(await this.redis.run(REMOVE, keys, [hash]));
    if (outcome === 'removed' || outcome === 'in-use') return outcome;
    await assertHeld(this.redis);
    return 'unknown-file';
  }

  async close(): Promise<void> {
    this.connection.close();
  }

  async #entry(schoolId: string, hash: string): Promise<Entry | undefined> {
    const text = readText(await this.redis.send('HGET', mediaKeys.index(schoolId), hash));
    if (text !== undefined) return readEntry(hash, text);
    await assertHeld(this.redis);
    return undefined;
  }

  async #receive(key: string, upload: MediaUpload): Promise<PutOutcome> {
    const { schoolId, mimeType, content, maxSchoolBytes } = upload;
    const digest = createHash('sha256');
    let bytes = 0;
    let chunks = 0;
    for await (const chunk of rechunk(content, CHUNK_BYTES)) {
      digest.update(chunk);
      await this.redis.run(ADD_CHUNK, [key], [String(chunks), chunk, String(FORGET_MS)], 'large');
      bytes += chunk.length;
      chunks += 1;
    }
    const hash = digest.digest('hex');
    const entry = `${bytes} ${CHUNK_BYTES} ${mimeType}`;
    const keys = [mediaKeys.index(schoolId), key, mediaKeys.file(schoolId, hash)];
    const values = [hash, entry, ...[bytes, maxSchoolBytes, chunks].map(String)];
    const outcome = readText(await this.redis.run(KEEP, keys, values));
    if (outcome === 'no-room') return { kind: 'no-room', where: 'school' };
    if (outcome !== 'new' && outcome !== 'known') {
      throw new StoreUnavailableError('the upload took so long that Redis forgot it');
    }
    return { kind: 'kept', file: { hash, mimeType, bytes }, isNew: outcome === 'new' };
  }

  async *#read(key: string, range: ByteRange, chunkBytes: number): AsyncGenerator<Buffer> {
    for (const { place, from, to } of partsOf(range, chunkBytes)) {
      const chunk = await this.redis.sendLarge('HGET', key, String(place));
      if (!Buffer.isBuffer(chunk)) throw new StoreUnavailableError('the file has been removed');
      yield chunk.subarray(from, to);
    }
  }
}

/** @throws StoreUnavailableError if it was written by another version. */
function readEntry(hash: string, text: string): Entry {
  const [bytes = '', chunkBytes = '', mimeType = ''] = text.split(' ');
  if (!/^\d+$/.test(bytes) || !/^\d+$/.test(chunkBytes)) {
    throw new StoreUnavailableError('a file is described in an unknown way');
  }
  return { file: { hash, mimeType, bytes: Number(bytes) }, chunkBytes: Number(chunkBytes) };
}

/** Redis has reached its `maxmemory`. */
function isFull(error: unknown): boolean {
  const cause = error instanceof StoreUnavailableError ? error.cause : undefined;
  return cause instanceof RedisUnavailableError && cause.isRefusal && cause.message.includes('OOM');
}
