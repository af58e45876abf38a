import { HEADERS, PATHS } from '@hallboard/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { DisplayServer } from '../testing/display-server.fixture.js';
import { sendRequest, type TestAnswer } from '../testing/send-request.fixture.js';
import { type TestScreen, World } from '../testing/world.fixture.js';

const INTRANET = 'https://intranet.example.org';

let world: World;
let server: DisplayServer;
let hall: TestScreen;

async function start(corsOrigins: readonly string[]): Promise<void> {
  world = await World.open();
  await world.addSchool('north');
  hall = await world.addScreen('north', 'hall');
  server = await DisplayServer.start(world, { corsOrigins });
}

afterEach(async () => {
  await server.close();
  await world.close();
});

const preflight = (origin: string): Promise<TestAnswer> =>
  sendRequest(server.url + PATHS.snapshot, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET' },
  });
const read = (origin: string): Promise<TestAnswer> =>
  server.ask(PATHS.snapshot, hall.token, 'tv', { headers: { origin } });

describe('CORS', () => {
  it('[SEC-2] needs no token for a preflight, and exposes what the player reads', async () => {
    await start([INTRANET]);
    const asked = await preflight(INTRANET);
    expect(asked.status).toBe(204);
    expect(asked.headers['access-control-allow-origin']).toBe(INTRANET);
    expect(asked.headers['access-control-allow-headers']).toContain(HEADERS.device);
    const answer = await read(INTRANET);
    expect(answer.headers['access-control-allow-origin']).toBe(INTRANET);
    expect(answer.headers.vary).toBe('Authorization, Accept-Encoding, Origin');
    const exposed = String(answer.headers['access-control-expose-headers']);
    for (const name of [...Object.values(HEADERS).slice(2), 'age', 'etag', 'retry-after']) {
      expect(exposed.split(', ')).toContain(name);
    }
  });

  it('[SEC-2] lets allowed pages read refusals too', async () => {
    await start([INTRANET]);
    const headers = { origin: INTRANET };
    const answer = await sendRequest(server.url + PATHS.snapshot, { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers['access-control-allow-origin']).toBe(INTRANET);
  });

  it('[SEC-2] tells nothing to pages of other origins', async () => {
    await start([INTRANET]);
    for (const answer of [await preflight('https://evil.example'), await read('null')]) {
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('[SEC-2] allows everyone when told so', async () => {
    await start(['*']);
    const answer = await read('https://anywhere.example');
    expect(answer.headers['access-control-allow-origin']).toBe('https://anywhere.example');
  });
});
