import { PATHS } from '@hallboard/shared';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { positionOf } from './flags/position.js';
import { withBusCut } from './testing/cut-bus.fixture.js';
import { writeFlags } from './testing/realtime-flags.fixture.js';
import { RedisServer } from './testing/redis-server.fixture.js';
import { askAsDevice, ServerNodes } from './testing/server-nodes.fixture.js';
import { RealSocket } from './testing/test-socket.fixture.js';

/** What FLAG-2 allows a change to take: by the bus, and by the sweep alone. */
const BY_BUS_MS = 2000;
const BY_SWEEP_MS = 6000;

const ALL = [0, 1, 2] as const;
const DEVICE = 'tv';

let redis: RedisServer;
let nodes: ServerNodes;
/** Of one screen of each school. */
const tokens = new Map<string, string>();

beforeAll(async () => {
  redis = await RedisServer.start();
  nodes = await ServerNodes.start(3, { REDIS_URL: redis.url, REDIS_DEADLINE_MS: '5000' });
  for (const school of ['north', 'south']) {
    await nodes.addSchool(school);
    tokens.set(school, await nodes.addScreen(school, `${school}-hall`));
  }
}, 60_000);

afterEach(async () => {
  await set('/flags/kill', { kill: 'off' });
  await set('/schools/north/flags/realtime', { realtime: 'default' });
});

afterAll(async () => {
  await nodes.dispose();
  await redis.dispose();
});

const tokenOf = (school: string): string => tokens.get(school) ?? '';

async function set(path: string, body: unknown, at = 0): Promise<void> {
  const { status, text } = await nodes.admin(at, 'PUT', path, body);
  if (status !== 200) throw new Error(`${path} was refused: ${text}`);
}

/** What the screen's poll is told by a node. */
async function told(at: number, school: string): Promise<unknown> {
  const url = nodes.node(at).url + PATHS.status;
  const { headers } = await askAsDevice(url, tokenOf(school), DEVICE);
  return headers['x-realtime'];
}

/** Waits until the polls of every node are told so; a screen may ask once a second. */
async function allTold(school: string, value: 'on' | 'off', withinMs = BY_BUS_MS): Promise<void> {
  const options = { timeout: withinMs, interval: 700 };
  await Promise.all(
    ALL.map((at) => vi.waitFor(async () => expect(await told(at, school)).toBe(value), options)),
  );
}

async function hello(at: number, school: string): Promise<RealSocket> {
  const socket = new RealSocket(nodes.node(at).url + PATHS.socket);
  const protocols = { min: 1, max: 1 };
  const token = tokenOf(school);
  await socket.send({ type: 'hello', protocols, token, device: DEVICE, revision: null });
  return socket;
}

/** A socket on each node, welcomed. */
function connect(school: string): Promise<RealSocket[]> {
  return Promise.all(
    ALL.map(async (at) => {
      const socket = await hello(at, school);
      await socket.next('welcome');
      return socket;
    }),
  );
}

/** Until when all sockets were closed for that realtime is off, ms. */
async function closedAfter(sockets: readonly RealSocket[], since: number): Promise<number> {
  for (const socket of sockets) expect(await socket.closed).toBe(4410);
  return performance.now() - since;
}

describe('realtime on many nodes', () => {
  it('[FLAG-2] [P-6] ends every socket within 2 s by the kill switch, and is back without a restart', async () => {
    await set('/flags/realtime', { realtime: 'on' });
    await allTold('north', 'on');
    const sockets = await connect('north');
    const killedAt = performance.now();
    await set('/flags/kill', { kill: 'on', why: 'a test' }, 1);
    expect(await closedAfter(sockets, killedAt)).toBeLessThan(BY_BUS_MS);
    await allTold('north', 'off');
    for (const at of ALL) expect(await (await hello(at, 'north')).closed).toBe(4410);

    await set('/flags/kill', { kill: 'off' }, 2);
    await allTold('north', 'on');
    for (const socket of await connect('north')) socket.close();
  });

  it('[FLAG-2] ends the sockets of the school that is switched off, and no others', async () => {
    await set('/flags/realtime', { realtime: 'on' });
    await allTold('north', 'on');
    await allTold('south', 'on');
    const north = await connect('north');
    const south = await connect('south');
    const switchedAt = performance.now();
    await set('/schools/north/flags/realtime', { realtime: 'off' }, 2);
    expect(await closedAfter(north, switchedAt)).toBeLessThan(BY_BUS_MS);
    expect(await Promise.race([...south.map(({ closed }) => closed), told(0, 'south')])).toBe('on');
    for (const socket of south) socket.close();
  });

  it('[FLAG-3] is rolled out to the first school on every node, and taken back from it', async () => {
    await set('/flags/realtime', { realtime: 'off' });
    const [first, second] =
      positionOf('north') < positionOf('south') ? ['north', 'south'] : ['south', 'north'];
    expect((await nodes.admin(0, 'POST', '/rollout/start')).status).toBe(200);
    await allTold(first, 'on');
    const sockets = await connect(first);
    expect(await told(1, second)).toBe('off');
    const haltedAt = performance.now();
    expect((await nodes.admin(2, 'POST', '/rollout/halt')).status).toBe(200);
    expect(await closedAfter(sockets, haltedAt)).toBeLessThan(BY_BUS_MS);
    await set('/flags/percentage', { percentage: null });
  });

  it('[FLAG-2] ends every socket within 6 s with the bus cut', async () => {
    await set('/flags/realtime', { realtime: 'on' });
    await allTold('north', 'on');
    const sockets = await connect('north');
    await withBusCut(redis.url, async (store) => {
      await writeFlags(store, { isKilled: true });
      const killedAt = performance.now();
      expect(await closedAfter(sockets, killedAt)).toBeLessThan(BY_SWEEP_MS);
      for (const at of ALL) expect(await told(at, 'north')).toBe('off');
    });
  });
});
