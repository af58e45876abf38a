import { PATHS } from '@hallboard/shared';
import { createClient } from 'redis';
import { expect, it, onTestFinished, vi } from 'vitest';
import { RedisServer } from './testing/redis-server.fixture.js';
import { askAsDevice, ServerNodes } from './testing/server-nodes.fixture.js';

const REPUBLISHED_MS = 20_000;

it('[SNAP-5] [SRV-4] publishes anew under another epoch what a copy of Redis brought back, as docs/redis.md says', async () => {
  const redis = await RedisServer.start();
  onTestFinished(() => redis.dispose());
  const client = createClient({ url: redis.url });
  await client.connect();
  const settings = { REDIS_URL: redis.url, REDIS_DEADLINE_MS: '5000' };
  const nodes = await ServerNodes.start(1, settings);
  onTestFinished(() => nodes.dispose());
  await nodes.addSchool('north');
  const hall = await nodes.addScreen('north', 'hall');
  const ask = async (url: string) => {
    const { status, text } = await askAsDevice(url + PATHS.snapshot, hall, 'tv');
    return status === 200 ? String(JSON.parse(text).revision) : '';
  };
  await ask(nodes.node(0).url);
  const keys = await client.keys('*');
  const copy = await Promise.all(
    keys.map((key) => client.withTypeMapping({ 36: Buffer }).dump(key)),
  );
  const lost = String(JSON.parse((await nodes.publish(0, 'north')).text).revision);

  await nodes.node(0).process.kill('SIGTERM');
  await client.flushAll();
  for (const [at, key] of keys.entries()) {
    await client.restore(key, 0, copy[at] ?? Buffer.alloc(0));
  }
  await client.sendCommand(['HSET', 'hb:1:installation', 'epoch', '1800000000']);
  for (const school of await client.sMembers('hb:1:schools')) {
    await client.sendCommand(['HSET', `hb:1:{${school}}:school`, 'horizon', '1970-01-01']);
  }
  client.destroy();

  const url = await nodes.restart(0, settings).url();
  const shown = await vi.waitUntil(async () => {
    const revision = await ask(url);
    return revision.startsWith('1800000000.') && revision;
  }, REPUBLISHED_MS);
  // What was lost and what is published now have the same sequence, and are told apart.
  expect(shown.split('.')[1]).toBe(lost.split('.')[1]);
}, 60_000);
