import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ROLLOUT_STEP_MS } from './flags/rollout/rollout-driver.js';
import { latencyBucket, type Sums, sumSlices } from './flags/rollout/window.js';
import { TestServer } from './testing/test-server.fixture.js';
import { RealSocket } from './testing/test-socket.fixture.js';

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  token = await server.addSchool('north', 'hall');
  await server.admin('POST', '/rollout/start');
});

afterEach(() => server.close());

/** Waits until what the store was told adds up to this. */
async function reported(expected: Partial<Sums>): Promise<void> {
  await vi.waitFor(async () => {
    server.clock.advance(ROLLOUT_STEP_MS);
    expect(sumSlices(await server.store.observations(), 0)).toMatchObject(expected);
  });
}

async function connect(): Promise<RealSocket> {
  const socket = new RealSocket(server.url + PATHS.socket);
  const hello = { type: 'hello', protocols: { min: 1, max: 1 }, device: 'tv', revision: null };
  await socket.send({ ...hello, token });
  await socket.next('welcome');
  return socket;
}

describe('what a server reports to a rollout', () => {
  it('[FLAG-3] tells sockets that broke off from pages that were left', async () => {
    const [broken, left] = [await connect(), await connect()];
    broken.close();
    left.leave();
    await reported({ ends: 2 });
    await server.screen(PATHS.status, token, 'tv');
    await reported({ ends: 2, abnormalEnds: 1, screens: 1 });
  });

  it('[FLAG-3] counts refused devices and latencies', async () => {
    expect((await server.screen(PATHS.snapshot, token, 'tv')).status).toBe(200);
    expect((await server.screen(PATHS.snapshot, token, 'another')).status).toBe(403);
    await reported({ screens: 1, rejected: 1, latency: { [latencyBucket(0)]: 1 } });
  });
});
