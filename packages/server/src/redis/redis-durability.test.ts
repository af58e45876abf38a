import { createClient } from 'redis';
import { afterEach, describe, expect, it } from 'vitest';
import { RedisServer } from '../testing/redis-server.fixture.js';
import { ServerProcess } from '../testing/server-process.fixture.js';

let redis: RedisServer;
let server: ServerProcess;

afterEach(async () => {
  await server.kill('SIGKILL');
  await redis.dispose();
});

/** A server on a Redis with these arguments. */
async function start(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  redis = await RedisServer.start(args);
  server = new ServerProcess({ REDIS_URL: redis.url, DATA_DIR: redis.directory, ...settings });
}

const AOF = ['--appendonly', 'yes'];
const ALWAYS = ['--appendfsync', 'always'];

describe('a Redis that may lose what it acknowledged', () => {
  it.each([
    [
      'evicts',
      [...AOF, ...ALWAYS, '--maxmemory-policy', 'allkeys-lru'],
      'maxmemory-policy is allkeys-lru. Run: redis-cli CONFIG SET maxmemory-policy noeviction ',
    ],
    [
      'writes nothing to disk',
      ALWAYS,
      'appendonly is no. Run: redis-cli CONFIG SET appendonly yes ',
    ],
    [
      'writes each second',
      AOF,
      'appendfsync is everysec. Run: redis-cli CONFIG SET appendfsync always ',
    ],
    [
      'does not tell',
      [...AOF, ...ALWAYS, '--rename-command', 'CONFIG', ''],
      'appendfsync is unknown. Run: redis-cli CONFIG SET appendfsync always ',
    ],
  ])('[SRV-3] is refused at the start if it %s, with what mends it', async (_, args, message) => {
    await start(args);
    expect(await server.ended).toBe(1);
    const line = server.output.trim().split('\n').at(-1);
    expect(line).toContain(`hallboard: Redis may lose what it acknowledged: ${message}`);
    expect(line).toContain('or set REDIS_ALLOW_LOSS=true');
  });

  it('[SRV-3] is taken after what the message says was done', async () => {
    await start(['--maxmemory-policy', 'allkeys-lru']);
    expect(await server.ended).toBe(1);
    const commands = [...server.output.matchAll(/redis-cli (CONFIG SET \S+ \S+)/g)];
    const client = createClient({ url: redis.url });
    await client.connect();
    for (const [, command = ''] of commands) await client.sendCommand(command.split(' '));
    client.destroy();
    server = new ServerProcess({ REDIS_URL: redis.url, DATA_DIR: redis.directory });
    await server.url();
  });

  it('[SRV-3] is taken where that is set, and every start logs it', async () => {
    await start([], { REDIS_ALLOW_LOSS: 'true' });
    await server.url();
    expect(server.output).toContain('REDIS_ALLOW_LOSS: Redis may lose what it acknowledged');
    expect(server.output).toContain('appendonly is no, appendfsync is everysec');
  });
});
