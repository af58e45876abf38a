import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.fixture.js';

/** A server that closes waits for the connections that are left, and ends requests after this. */
const LAST_REQUESTS_MS = 2000;

let server: TestServer;
let client: Socket | undefined;

beforeEach(async () => {
  server = await TestServer.start();
});

afterEach(() => client?.destroy());

it.each([
  [
    'an upgrade',
    'GET /nowhere HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  ],
  ['a request that cannot be read', 'nonsense\r\n\r\n'],
])(
  '[SEC-3] leaves nothing open after it has refused %s, even if the client does',
  async (_, text) => {
    const { port } = new URL(server.url);
    const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
    client = socket;
    const answered = new Promise<string>((resolve) => {
      let answer = '';
      socket.on('data', (chunk) => {
        answer += String(chunk);
      });
      socket.on('end', () => resolve(answer));
    });
    socket.write(text);
    expect(await answered).toMatch(/^HTTP\/1.1 40[04] /);
    const closed = server.close();
    server.clock.advance(LAST_REQUESTS_MS);
    await closed;
  },
);
