import { PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hello } from '../testing/gateway-world.fixture.js';
import { TestServer } from '../testing/test-server.fixture.js';
import { RealSocket } from '../testing/test-socket.fixture.js';

let server: TestServer;
let token: string;
let open: RealSocket[];

beforeEach(async () => {
  server = await TestServer.start({ corsOrigins: ['https://intranet.example.org'] });
  token = await server.addSchool('north', 'hall');
  await server.admin('PUT', '/flags/realtime', { realtime: 'on' });
  open = [];
});

afterEach(async () => {
  for (const socket of open) socket.close();
  await server.close();
});

function connect(path: string = PATHS.socket, options: { origin?: string } = {}): RealSocket {
  const socket = new RealSocket(server.url + path, options);
  open.push(socket);
  return socket;
}

describe('a socket', () => {
  it('[WS-1] joins by hello and hears of a publish', async () => {
    const socket = connect();
    await socket.send(hello(token, 'tv'));
    const welcome = await socket.next('welcome');
    const content = JSON.parse((await server.admin('GET', '/schools/north/content')).text);
    const published = await server.admin('PUT', '/schools/north/content', content);
    const { revision } = JSON.parse(published.text);
    expect((await socket.next('invalidate')).revision).toBe(revision);
    expect(welcome.revision).not.toBe(revision);
  });

  it('[WS-3] is told why after accept: unknown, malformed, bound elsewhere', async () => {
    const cases: [unknown, number][] = [
      [hello('nobody', 'tv'), 4403],
      ['nonsense', 4400],
    ];
    for (const [frame, code] of cases) {
      const socket = connect();
      await socket.send(frame);
      expect([await socket.upgraded, await socket.closed]).toEqual([101, code]);
    }
    const owner = connect();
    await owner.send(hello(token, 'tv'));
    await owner.next('welcome');
    const thief = connect();
    await thief.send(hello(token, 'thief'));
    expect(await thief.closed).toBe(4408);
  });

  it('[P-4] is put off while too many are being opened', async () => {
    await server.close();
    server = await TestServer.start({ maxUpgradesPerSecond: 1 });
    for (let at = 0; at < 5; at += 1) expect(await connect().upgraded).toBe(101);
    expect(await connect().upgraded).toBe(503);
    server.clock.advance(1000);
    expect(await connect().upgraded).toBe(101);
  });

  it('[WS-4] takes no frame above 1 KiB', async () => {
    const socket = connect();
    await socket.send('x'.repeat(1025));
    expect(await socket.closed).toBe(1009);
  });

  it('[P-6] is closed 4410 as soon as realtime is switched off', async () => {
    const socket = connect();
    await socket.send(hello(token, 'tv'));
    await socket.next('welcome');
    await server.admin('PUT', '/flags/realtime', { realtime: 'off' });
    expect(await socket.closed).toBe(4410);
  });

  it('[SEC-3] opens for allowed origins only, decided before accept', async () => {
    const statuses: number[] = [];
    const origins = [server.url, 'https://intranet.example.org', 'https://evil.example', 'null'];
    for (const origin of origins) statuses.push(await connect(PATHS.socket, { origin }).upgraded);
    expect(statuses).toEqual([101, 101, 403, 403]);
  });

  it('opens at its own address only', async () => {
    expect(await connect('/ws/admin').upgraded).toBe(404);
    expect(await connect(`${PATHS.socket}?v=1`).upgraded).toBe(101);
    const plain = await server.get(PATHS.socket);
    expect([plain.status, JSON.parse(plain.text).error]).toEqual([400, 'invalid_request']);
  });

  it('[SEC-3] is what an upgrade to anything else is not: that is answered over HTTP', async () => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' };
    const answer = await server.screen(PATHS.status, token, 'tv', { headers });
    expect([answer.status, JSON.parse(answer.text).screen.name]).toEqual([200, 'hall']);
  });

  it('[SRV-6] is sent away by a drain, after which none opens', async () => {
    const socket = connect();
    await socket.send(hello(token, 'tv'));
    await socket.next('welcome');
    void server.server.drain();
    expect((await server.get('/readyz')).status).toBe(503);
    expect((await server.get('/healthz')).status).toBe(200);
    expect(await connect().upgraded).toBe(503);
    expect((await socket.next('drain')).minMs).toBe(1000);
    expect(await socket.closed).toBe(1012);
  });
});
