import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hello } from '../testing/gateway-world.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';
import { RealSocket } from '../testing/test-socket.fixture.js';

const NORTH = 'https://www.north.example';
const SOUTH = 'https://www.south.example';

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await TestServer.start();
  token = await server.addSchool('north', 'hall');
  await server.addSchool('south', 'entrance');
  await embed('south', [SOUTH]);
  await server.admin('PUT', '/flags/realtime', { realtime: 'on' });
});

afterEach(() => server.close());

const embed = (school: string, origins: readonly unknown[]) =>
  server.admin('PUT', `/schools/${school}/embedding`, { origins });

/** Which origin may read the snapshot of the north's screen, as a browser sees it. */
async function reader(origin: string): Promise<unknown> {
  server.clock.advance(10_000);
  const answer = await server.screen(PATHS.snapshot, token, 'tv', { headers: { origin } });
  expect(answer.status).toBe(200);
  return answer.headers['access-control-allow-origin'];
}

async function preflight(origin: string): Promise<unknown> {
  const headers = { origin, 'access-control-request-method': 'GET' };
  const answer = await server.get(PATHS.snapshot, { method: 'OPTIONS', headers });
  return answer.headers['access-control-allow-origin'];
}

async function framers(path: string): Promise<unknown> {
  const { headers } = await server.get(path);
  const policy = String(headers['content-security-policy']);
  return [/frame-ancestors ([^;]*)/.exec(policy)?.[1], headers['x-frame-options']];
}

describe("a school's embedding", () => {
  it('[EMB-6, SEC-2] lets the pages that a school names read its screens, and no other school’s pages', async () => {
    expect(await reader(NORTH)).toBeUndefined();
    expect(await preflight(NORTH)).toBeUndefined();
    expect((await embed('north', [NORTH])).status).toBe(200);
    expect(await reader(NORTH)).toBe(NORTH);
    expect(await reader(SOUTH)).toBeUndefined();
    // A preflight carries no token, so it cannot tell the schools apart.
    expect([await preflight(NORTH), await preflight(SOUTH)]).toEqual([NORTH, SOUTH]);
    expect(await preflight('https://evil.example')).toBeUndefined();
  });

  it('[EMB-6, SEC-3] holds for sockets too, also for those that are open when it is taken back', async () => {
    await embed('north', [NORTH]);
    const join = async (origin: string): Promise<RealSocket> => {
      const socket = new RealSocket(server.url + PATHS.socket, { origin });
      await socket.send(hello(token, 'tv'));
      return socket;
    };
    const own = await join(NORTH);
    await own.next('welcome');
    expect(await (await join(SOUTH)).closed).toBe(1008);
    const evil = new RealSocket(server.url + PATHS.socket, { origin: 'https://evil.example' });
    expect(await evil.upgraded).toBe(403);
    await embed('north', []);
    expect(await own.closed).toBe(1008);
  });

  it('[EMB-6, SEC-2] lets them frame the player’s page, and nothing else', async () => {
    await embed('north', [NORTH]);
    expect(await framers('/screen')).toEqual([`${NORTH} ${SOUTH}`, undefined]);
    expect(await framers('/screen?volume=0')).toEqual([`${NORTH} ${SOUTH}`, undefined]);
    expect(await framers('/pair')).toEqual(["'none'", 'DENY']);
    await embed('north', []);
    await embed('south', []);
    expect(await framers('/screen')).toEqual(["'none'", 'DENY']);
  });

  it('tells what it is, and refuses what is no origin', async () => {
    const read = async () =>
      JSON.parse((await server.admin('GET', '/schools/north/embedding')).text);
    expect(await read()).toEqual({ origins: [] });
    await embed('north', [NORTH, NORTH]);
    expect(await read()).toEqual({ origins: [NORTH] });
    for (const origin of ['*', `${NORTH}/`, 'north.example', `${NORTH}; script-src *`, 7]) {
      const answer = await embed('north', [origin]);
      expect([answer.status, JSON.parse(answer.text).violations[0].path]).toEqual([
        400,
        'origins[0]',
      ]);
    }
    expect(await read()).toEqual({ origins: [NORTH] });
    expect((await embed('nowhere', [NORTH])).status).toBe(404);
  });
});

it('[SEC-2] serves the embed’s files to pages of every origin', async () => {
  const script = await server.get('/embed/sw.js');
  expect(script.headers).toMatchObject({
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  const font = await server.get('/embed/assets/index-3fa9c1.js');
  expect(font.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});
