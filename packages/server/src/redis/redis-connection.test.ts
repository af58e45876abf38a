import { execFileSync } from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSystemClock } from '../adapters/system-clock.js';
import { createPinoLogger } from '../logging/pino-logger.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { RedisServer } from '../testing/redis-server.fixture.js';
import { RedisConnection } from './redis-connection.js';
import { RedisUnavailableError } from './redis-unavailable-error.js';

const PASSWORD = 'open-sesame';

let server: RedisServer;

beforeAll(async () => {
  server = await RedisServer.start(['--requirepass', PASSWORD]);
});

afterAll(() => server.dispose());

/** A network between client and server that can swallow what is sent without a word. */
async function startNetwork() {
  const sockets: Socket[] = [];
  const network = createServer((near) => {
    const far = connect(server.port, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    sockets.push(near, far);
  }).listen(0, '127.0.0.1');
  await once(network, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    network.close();
  });
  const address = network.address();
  if (typeof address !== 'object' || address === null) throw new Error('a port was listened on');
  return {
    port: address.port,
    swallow() {
      for (const socket of sockets) socket.unpipe().resume();
    },
  };
}

function open(port: number, password: string, clock = createSystemClock(), host = '127.0.0.1') {
  const log: string[] = [];
  let connections = 0;
  const connection = new RedisConnection({
    url: `redis://:${password}@${host}:${port}`,
    deadlineMs: 100,
    clock,
    logger: createPinoLogger({ level: 'debug', destination: { write: (line) => log.push(line) } }),
    onReady: () => {
      connections += 1;
    },
  });
  onTestFinished(() => connection.close());
  /** Asks until there is an answer. */
  const answers = () =>
    vi.waitUntil(
      () =>
        connection.send(['PING']).then(
          () => true,
          () => false,
        ),
      10_000,
    );
  return { connection, log, answers, connections: () => connections };
}

describe('RedisConnection', () => {
  it('[SRV-4] makes a new connection where the network swallowed the old one', async () => {
    const network = await startNetwork();
    const { connection, answers, connections } = open(network.port, PASSWORD);
    await answers();
    network.swallow();
    await expect(connection.send(['PING'])).rejects.toThrow('no answer within 100 ms');
    await answers();
    expect(connections()).toBeGreaterThan(1);
  });

  it('[SRV-4] takes an answer that came in time, though the process was too busy to read it', async () => {
    const clock = new ManualClock();
    const { connection, answers } = open(server.port, PASSWORD, clock);
    await answers();
    const reply = connection.send(['PING']);
    // After the client's own turn, in which it writes.
    await new Promise(setImmediate);
    const asked = ['-p', String(server.port), '--no-auth-warning', '-a', PASSWORD, 'PING'];
    // Redis answers this one after the other, and this process reads neither meanwhile.
    execFileSync('redis-cli', asked);
    clock.advance(100);
    expect(await reply).toBe('PONG');
  });

  it('[SRV-4] looks for the primary where it was left with a replica', async () => {
    const { connection, answers, connections } = open(server.port, PASSWORD);
    await answers();
    await connection.send(['REPLICAOF', '127.0.0.1', '1']);
    await vi.waitUntil(async () => {
      const refused = await connection.send(['SET', 'key', 'value']).catch(String);
      return String(refused).includes('READONLY') && connections() > 1;
    }, 10_000);
    await answers();
    await connection.send(['REPLICAOF', 'NO', 'ONE']);
    expect(await connection.send(['SET', 'key', 'value'])).toBe('OK');
  });

  it('[SRV-4] answers at once while Redis is away, and logs that once', async () => {
    const { connection, log, answers } = open(server.port, PASSWORD);
    await answers();
    await server.signal('SIGKILL');
    await vi.waitUntil(() => log.length > 0);
    const asked = Array.from({ length: 50 }, () => connection.send(['PING']));
    const outcomes = await Promise.allSettled(asked);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ reason: expect.any(RedisUnavailableError) });
      expect(outcome).toMatchObject({ reason: { message: expect.stringContaining('offline') } });
    }
    await server.restart();
    await answers();
    expect(log.map((line) => JSON.parse(line).msg)).toEqual([
      'Redis cannot be reached',
      'Redis answers again',
    ]);
  });

  it('says why a Redis of several addresses cannot be reached', async () => {
    const addresses = [
      { address: '127.0.0.1', family: 4 },
      { address: '127.0.0.2', family: 4 },
    ];
    const lookup = vi.spyOn(dns, 'lookup');
    onTestFinished(() => lookup.mockRestore());
    lookup.mockImplementation((...args: unknown[]) => {
      const done = args.at(-1);
      if (typeof done === 'function') done(null, addresses);
    });
    const { log } = open(1, PASSWORD, createSystemClock(), 'redis.example.org');
    await vi.waitUntil(() => log.length > 0);
    expect(JSON.parse(log[0] ?? '').reason).toBe(
      'Error: connect ECONNREFUSED 127.0.0.1:1; Error: connect ECONNREFUSED 127.0.0.2:1',
    );
  });

  it('[OBS-2] tells no password, whatever Redis says to it', async () => {
    const { connection, log } = open(server.port, 'guessed-wrong');
    await vi.waitUntil(() => log.length > 0);
    const error = await connection.send(['PING']).catch((reason: unknown) => reason);
    const told = JSON.stringify(log) + String(error);
    expect(told).toContain('WRONGPASS');
    expect(log.map((line) => JSON.parse(line).msg)).toEqual([
      'Redis refuses the user, the password or the database number of REDIS_URL',
    ]);
    expect(told).not.toContain('guessed-wrong');
  });
});
