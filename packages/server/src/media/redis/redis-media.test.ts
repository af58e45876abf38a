import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSystemClock } from '../../adapters/system-clock.js';
import { createSystemRandom } from '../../adapters/system-random.js';
import { silentLogger } from '../../logging/logger.js';
import { INSTALLATION } from '../../store/redis/keys.js';
import { StoreUnavailableError } from '../../store/store-unavailable-error.js';
import { hashOf, inPieces } from '../../testing/media-samples.fixture.js';
import { RedisServer } from '../../testing/redis-server.fixture.js';
import { mediaFilesContract } from '../media-files.contract.js';
import type { MediaFiles } from '../media-files.js';
import { openRedisMedia } from './redis-media.js';

let server: RedisServer;
let client: ReturnType<typeof createClient>;

beforeAll(async () => {
  server = await RedisServer.start();
  client = createClient({ url: server.url });
  await client.on('error', () => undefined).connect();
});

afterAll(async () => {
  client.destroy();
  await server.dispose();
});

const keys = (pattern: string) => client.keys(pattern);
const empty = async (): Promise<void> => {
  await client.flushAll();
  await client.hSet(INSTALLATION, 'epoch', 'e1');
};

/** Connected, so that the first thing that is asked of it is answered. */
async function open(): Promise<MediaFiles> {
  const media = openRedisMedia({
    url: server.url,
    deadlineMs: 5000,
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger: silentLogger,
  });
  await vi.waitFor(() => media.list('nobody'), { timeout: 20_000, interval: 10 });
  return media;
}

mediaFilesContract('Redis', async () => {
  await empty();
  const media = await open();
  return {
    media,
    reopen: open,
    hasLeftovers: async () => (await keys('*upload*')).length > 0,
    dispose: () => media.close(),
  };
});

const CONTENT = Buffer.alloc(600_000, 'x');
const upload = (content: AsyncIterable<Buffer> = inPieces(CONTENT)) => ({
  schoolId: 'north',
  mimeType: 'image/png',
  maxSchoolBytes: 10_000_000,
  content,
});

describe('media on Redis', () => {
  beforeEach(empty);

  it('[SRV-1] keeps all of a school under one hash tag, for good once it is whole', async () => {
    const media = await open();
    await media.put(upload());
    const hash = hashOf(CONTENT);
    const expected = ['hb:1:{north}:media', `hb:1:{north}:media:${hash}`];
    expect((await keys('hb:1:{*')).sort()).toEqual(expected);
    for (const key of expected) expect(await client.pTTL(key)).toBe(-1);
    await media.close();
  });

  it('lets Redis forget an upload that brings nothing more', async () => {
    const media = await open();
    const seen: number[] = [];
    async function* watched(): AsyncGenerator<Buffer> {
      yield* inPieces(CONTENT);
      const [key = ''] = await keys('hb:1:{north}:upload:*');
      seen.push(await client.pTTL(key));
      // As if a minute had passed.
      await client.del(key);
    }
    await expect(media.put(upload(watched()))).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(seen[0]).toBeGreaterThan(50_000);
    expect(seen[0]).toBeLessThanOrEqual(60_000);
    expect(await media.list('north')).toEqual([]);
    await media.close();
  });

  it('fails a stream whose file is removed meanwhile, instead of ending it early', async () => {
    const media = await open();
    await media.put(upload());
    const range = { start: 0, end: CONTENT.length - 1 };
    const stream = await media.open('north', hashOf(CONTENT), range);
    await media.remove('north', hashOf(CONTENT));
    await expect(stream?.toArray()).rejects.toBeInstanceOf(StoreUnavailableError);
    await media.close();
  });

  it('says that there is no room where Redis has none', async () => {
    const media = await open();
    await client.configSet('maxmemory', '1');
    const outcome = await media.put(upload());
    await client.configSet('maxmemory', '0');
    expect(outcome).toEqual({ kind: 'no-room', where: 'storage' });
    expect(await keys('hb:1:{*')).toEqual([]);
    await media.close();
  });

  it('[SRV-4] says nothing about files where the store was lost', async () => {
    const media = await open();
    await media.put(upload());
    await client.flushAll();
    const hash = hashOf(CONTENT);
    for (const asked of [
      () => media.find('north', hash),
      () => media.list('north'),
      () => media.open('north', hash, { start: 0, end: 0 }),
      () => media.remove('north', hash),
      () => media.put(upload()),
    ]) {
      await expect(asked()).rejects.toBeInstanceOf(StoreUnavailableError);
    }
    await media.close();
  });
});
