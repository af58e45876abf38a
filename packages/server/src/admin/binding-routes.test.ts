import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hello } from '../testing/gateway-world.fixture.js';
import type { TestAnswer } from '../testing/send-request.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';
import { RealSocket } from '../testing/test-socket.fixture.js';

const SNAPSHOT = '/api/display/snapshot';
const HALL = '/schools/north/screens/hall';

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  token = await server.addSchool('north', 'hall');
  await server.admin('PUT', '/flags/realtime', { realtime: 'on' });
});

afterEach(() => server.close());

const json = (answer: TestAnswer): ReturnType<typeof JSON.parse> => JSON.parse(answer.text);

/** What a device is answered: the status, and the code of a refusal. */
async function asked(device: string, withToken = token): Promise<unknown[]> {
  // A bucket of its own for each look: nothing here is about limits.
  server.clock.advance(10_000);
  const answer = await server.screen(SNAPSHOT, withToken, device);
  return answer.status === 200 ? [200] : [answer.status, json(answer).error];
}

async function join(device: string, withToken = token): Promise<RealSocket> {
  const socket = new RealSocket(`${server.url}/ws/display`);
  await socket.send(hello(withToken, device));
  return socket;
}

const post = (action: string) => server.admin('POST', `${HALL}/${action}`);

describe('unbinding', () => {
  it('[BIND-4] closes the old device’s socket, and bars it until another has claimed', async () => {
    const old = await join('old');
    await old.next('welcome');
    const answer = await post('unbind');
    expect(json(answer).screen).toMatchObject({ state: 'unbound', barred: true });
    expect(await old.closed).toBe(4408);
    expect(await asked('old')).toEqual([403, 'screen_bound']);
    expect(await (await join('old')).closed).toBe(4408);

    expect(await asked('new')).toEqual([200]);
    expect(await asked('old')).toEqual([403, 'screen_bound']);
    await post('unbind');
    // It was barred before, and another has claimed since.
    expect(await asked('old')).toEqual([200]);
  });

  it('[BIND-4] lets an administrator readmit it', async () => {
    await asked('old');
    await post('unbind');
    expect(await asked('old')).toEqual([403, 'screen_bound']);
    expect(json(await post('readmit')).screen).toMatchObject({ barred: false });
    expect(await asked('old')).toEqual([200]);
  });

  it('[BIND-3] lets several devices in where the school does, and sends them away again', async () => {
    expect(await asked('first')).toEqual([200]);
    expect(await asked('second')).toEqual([403, 'screen_bound']);
    const path = '/schools/north/flags/multi-device';
    expect((await server.admin('PUT', path, { multiDevice: 'on' })).status).toBe(200);
    expect(await asked('second')).toEqual([200]);
    const second = await join('second');
    await second.next('welcome');
    await server.admin('PUT', path, { multiDevice: 'off' });
    expect(await second.closed).toBe(4408);
    expect(await asked('second')).toEqual([403, 'screen_bound']);
    expect(await asked('first')).toEqual([200]);
  });
});

describe('tokens', () => {
  it('[BIND-4] die at once when they are rotated, and the device goes on with the new one', async () => {
    const socket = await join('tv');
    await socket.next('welcome');
    const answer = await post('token');
    expect(answer.status).toBe(201);
    const next = json(answer).token;
    expect(next).not.toBe(token);
    expect(await socket.closed).toBe(4403);
    expect(await asked('tv')).toEqual([404, 'unknown_screen']);
    expect(await (await join('tv')).closed).toBe(4403);
    expect(await asked('thief', next)).toEqual([403, 'screen_bound']);
    expect(await asked('tv', next)).toEqual([200]);
  });

  it('[BIND-4] die with the screen', async () => {
    const socket = await join('tv');
    await socket.next('welcome');
    expect(json(await server.admin('DELETE', HALL)).screen.state).toBe('revoked');
    expect(await socket.closed).toBe(4403);
    expect(await asked('tv')).toEqual([404, 'unknown_screen']);
    expect((await post('token')).status).toBe(404);
  });

  it('[P-8] are changed through their own school alone', async () => {
    await server.addSchool('south', 'gate');
    for (const [method, action] of [
      ['POST', '/unbind'],
      ['POST', '/readmit'],
      ['POST', '/token'],
      ['DELETE', ''],
    ] as const) {
      const answer = await server.admin(method, `/schools/south/screens/hall${action}`);
      expect([answer.status, json(answer).error]).toEqual([404, 'not_found']);
    }
    expect(await asked('tv')).toEqual([200]);
  });
});
