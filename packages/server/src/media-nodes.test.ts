import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSystemClock } from './adapters/system-clock.js';
import { createSystemRandom } from './adapters/system-random.js';
import { createInProcessBus } from './bus/in-process/in-process-bus.js';
import { contentInput } from './content/content.fixture.js';
import { createPublisher, type Publisher } from './content/publisher.js';
import { silentLogger } from './logging/logger.js';
import type { MediaFiles } from './media/media-files.js';
import { openRedisMedia } from './media/redis/redis-media.js';
import { openRedisStore } from './store/redis/redis-store.js';
import type { Store } from './store/store.js';
import { inPieces } from './testing/media-samples.fixture.js';
import { RedisServer } from './testing/redis-server.fixture.js';

const SCHOOL = { id: 'riverside', name: 'Riverside', zone: 'Europe/Madrid', locale: 'en-GB' };
const UPLOAD = { schoolId: SCHOOL.id, mimeType: 'image/png', maxSchoolBytes: 1000 };
const tools = { clock: createSystemClock(), random: createSystemRandom(), logger: silentLogger };

let redis: RedisServer;
let store: Store;
let media: MediaFiles;
let other: Publisher;
let hash: string;
let withPicture: unknown;
const without = contentInput({ media: [] });

/** A node's publisher. @param at what it looks through, in place of the other node's. */
const node = (at: { store?: Store; media?: Pick<MediaFiles, 'find' | 'remove'> } = {}) =>
  createPublisher({ ...tools, store, media, bus: createInProcessBus(), ...at });

beforeAll(async () => {
  redis = await RedisServer.start();
});

beforeEach(async () => {
  const options = { url: redis.url, deadlineMs: 5000, ...tools };
  const memory = { read: async () => undefined, write: async () => undefined };
  store = await openRedisStore({ ...options, memory, allowLoss: false });
  media = openRedisMedia(options);
  await expect.poll(() => media.list('nobody').catch(() => undefined)).toEqual([]);
  other = node();
  await other.addSchool(SCHOOL);
  const kept = await media.put({ ...UPLOAD, content: inPieces(Buffer.from('a picture')) });
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  hash = kept.file.hash;
  const item = { id: 'm1', kind: 'image' as const, file: kept.file, durationMs: 8000 };
  withPicture = contentInput({ media: [item] });
  await other.publish(SCHOOL.id, without);
});

afterEach(async () => {
  await media.close();
  await store.close();
});

afterAll(() => redis.dispose());

/** What is published refers to no file that is gone. */
async function isWhole(): Promise<boolean> {
  const refers = (await store.content(SCHOOL.id))?.includes(hash);
  return !refers || (await media.find(SCHOOL.id, hash)) !== undefined;
}

describe('a file that one node removes while another publishes it', () => {
  it('[HTTP-8] [SRV-1] is missed by the publish, which had seen it', async () => {
    const removing: unknown[] = [];
    const slow = node({
      media: {
        remove: (schoolId, file) => media.remove(schoolId, file),
        async find(schoolId, file) {
          const found = await media.find(schoolId, file);
          if (removing.length === 0) removing.push(await other.removeMedia(SCHOOL.id, hash));
          return found;
        },
      },
    });
    const published = await slow.publish(SCHOOL.id, withPicture);
    expect(removing).toEqual(['removed']);
    expect(published).toMatchObject({
      kind: 'invalid',
      violations: [{ path: 'media[0].file.hash' }],
    });
    expect(await isWhole()).toBe(true);
  });

  it('[HTTP-8] [SRV-1] stays, where the removal had seen the content before', async () => {
    const publishing: string[] = [];
    const slow = node({
      store: {
        ...store,
        async content(schoolId) {
          const seen = await store.content(schoolId);
          publishing.push((await other.publish(SCHOOL.id, withPicture)).kind);
          return seen;
        },
      },
    });
    expect(await slow.removeMedia(SCHOOL.id, hash)).toBe('in-use');
    expect(publishing).toEqual(['published']);
    expect(await isWhole()).toBe(true);
  });

  it('does not keep what was published before it went from being published again', async () => {
    await other.publish(SCHOOL.id, withPicture);
    await other.publish(SCHOOL.id, without);
    expect(await other.removeMedia(SCHOOL.id, hash)).toBe('removed');
    expect(await other.publish(SCHOOL.id, without)).toMatchObject({ kind: 'published' });
  });
});
