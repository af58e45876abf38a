import { PATHS } from '@hallboard/shared';
import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RedisServer } from './testing/redis-server.fixture.js';
import { askAsDevice, ServerNodes } from './testing/server-nodes.fixture.js';

/** Longer than any answer from memory takes, so that one that waited for Redis is seen. */
const DEADLINE_MS = 2000;
const CONVERGED_MS = 10_000;

let redis: RedisServer;
let nodes: ServerNodes;
let client: ReturnType<typeof createClient>;
let count = 0;
let bound: string;
let unbound: string;

beforeAll(async () => {
  redis = await RedisServer.start();
  client = createClient({ url: redis.url });
  // It loses its connection together with the nodes.
  await client.on('error', () => undefined).connect();
  nodes = await ServerNodes.start(2, {
    REDIS_URL: redis.url,
    REDIS_DEADLINE_MS: String(DEADLINE_MS),
  });
  await nodes.addSchool('north');
});

/** New ones each time, since each may ask only so often (HTTP-6). */
beforeEach(async () => {
  count += 1;
  bound = await nodes.addScreen('north', `hall-${count}`);
  unbound = await nodes.addScreen('north', `gym-${count}`);
  for (const { url } of nodes.nodes) {
    expect((await askAsDevice(url + PATHS.snapshot, bound, 'tv')).status).toBe(200);
  }
});

afterAll(async () => {
  client.destroy();
  await nodes.dispose();
  await redis.dispose();
});

/** What every node does while Redis does not do its part. */
async function expectToServeOn(): Promise<void> {
  for (const [at, { url }] of nodes.nodes.entries()) {
    const askedAt = performance.now();
    const { status, headers } = await askAsDevice(url + PATHS.snapshot, bound, 'tv');
    const again = await askAsDevice(url + PATHS.snapshot, bound, 'tv', {
      'if-none-match': String(headers.etag),
    });
    expect([status, again.status]).toEqual([200, 304]);
    expect(performance.now() - askedAt).toBeLessThan(DEADLINE_MS);

    expect((await askAsDevice(url + PATHS.snapshot, unbound, 'stranger')).status).toBe(503);
    expect((await nodes.publish(at, 'north')).status).toBe(503);
  }
}

/** A publish reaches the other node, and a claim is taken again, within 10 s. */
async function expectToConverge(): Promise<void> {
  const backAt = performance.now();
  const published = await vi.waitUntil(async () => {
    const answer = await nodes.publish(0, 'north');
    return answer.status === 200 && answer;
  }, CONVERGED_MS);
  const { revision } = JSON.parse(published.text);
  await vi.waitUntil(async () => {
    const answer = await askAsDevice(nodes.node(1).url + PATHS.snapshot, bound, 'tv');
    return answer.status === 200 && JSON.parse(answer.text).revision === revision;
  }, CONVERGED_MS);
  await vi.waitUntil(async () => {
    const answer = await askAsDevice(nodes.node(1).url + PATHS.status, unbound, 'stranger');
    return answer.status === 200;
  }, CONVERGED_MS);
  expect(performance.now() - backAt).toBeLessThan(CONVERGED_MS);
}

describe('nodes whose Redis', () => {
  it('[SRV-4] is killed and restarted serve on, and converge within 10 s', async () => {
    await redis.signal('SIGKILL');
    await expectToServeOn();
    await redis.restart();
    await expectToConverge();
  }, 60_000);

  it('[SRV-4] hangs serve on, and converge within 10 s of its return', async () => {
    await redis.signal('SIGSTOP');
    await expectToServeOn();
    await redis.signal('SIGCONT');
    await expectToConverge();
  }, 60_000);

  it('[SRV-4] was flushed serve on and write nothing until it is restored', async () => {
    const keys = await client.keys('*');
    const dumps = await Promise.all(
      keys.map((key) => client.withTypeMapping({ 36: Buffer }).dump(key)),
    );
    await client.flushAll();
    await expectToServeOn();
    expect(await client.keys('*')).toEqual([]);
    for (const [at, key] of keys.entries()) {
      await client.restore(key, 0, dumps[at] ?? Buffer.alloc(0));
    }
    await expectToConverge();
  }, 60_000);

  it('[SRV-9] is away at their start are live, not ready, and start for good with it', async () => {
    await redis.signal('SIGKILL');
    const process = nodes.restart(1, { REDIS_URL: redis.url, DEMO: 'true' });
    const url = await process.url();
    const status = async (path: string) => (await askAsDevice(url + path, bound, 'tv')).status;
    expect(await status('/healthz')).toBe(200);
    expect(await status('/readyz')).toBe(503);
    expect(await status(PATHS.snapshot)).toBe(503);
    await redis.restart();
    await vi.waitUntil(async () => (await status('/readyz')) === 200, CONVERGED_MS);
    await vi.waitUntil(async () => (await status(PATHS.snapshot)) === 200, CONVERGED_MS);
    await process.printed(/Demo screen: /);
  }, 60_000);
});
