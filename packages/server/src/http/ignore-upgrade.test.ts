import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../testing/certificate.fixture.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { closeHttp, createHttpServer, listen } from './http-server.js';
import { ignoreUpgrade, wantsWebSocket } from './ignore-upgrade.js';

const OFFER = 'connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk\r\n';

let http: Server;
let directory: string | undefined;

afterEach(async () => {
  const clock = new ManualClock();
  const closed = closeHttp(http, clock);
  http.closeAllConnections();
  await closed;
  if (directory !== undefined) rmSync(directory, { recursive: true });
  directory = undefined;
});

/** A server that says what it was asked, and of every other offer that it took it. */
async function start(isSecure = false): Promise<Socket> {
  directory = mkdtempSync(join(tmpdir(), 'hallboard-upgrade-'));
  const certificate = isSecure ? makeCertificate(directory, 'first') : undefined;
  http = createHttpServer(async (request, response) => {
    const { method, url, headers } = request;
    const names = ['upgrade', 'http2-settings', 'x-name'].map((name) => headers[name] ?? '-');
    response.end(`${[method, url, ...names, await text(request)].join(' ')}.`);
  }, certificate).on('upgrade', (request, socket, head) => {
    if (wantsWebSocket(request)) socket.end('taken');
    else ignoreUpgrade(http, request, socket, head);
  });
  const { port } = await listen(http, 0, '127.0.0.1');
  return certificate === undefined
    ? connect(port, '127.0.0.1')
    : connectTls({ port, host: '127.0.0.1', ca: certificate.cert });
}

/** @returns all that comes, until so many answers have. */
function answers(socket: Socket, count: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = '';
    socket.setEncoding('latin1').on('error', reject);
    socket.on('data', (chunk) => {
      read += String(chunk);
      if (read.split(/\.(?=\r|H|$)/).length > count) resolve(read);
    });
  });
}

describe.each([
  ['http', false],
  ['https', true],
])('[SEC-3] an offer of another protocol, over %s', (_, isSecure) => {
  it('is ignored: the request is answered, and the next one on its connection', async () => {
    const socket = await start(isSecure);
    const read = answers(socket, 2);
    const first = `GET /a?b=c HTTP/1.1\r\nhost: x\r\nx-name: M\xfcller\r\n${OFFER}\r\n`;
    socket.write(Buffer.from(`${first}GET /next HTTP/1.1\r\nhost: x\r\n\r\n`, 'latin1'));
    const [one, two] = (await read).split('HTTP/1.1 200 OK').slice(1);
    expect(one).toContain('GET /a?b=c - - M\xc3\xbcller ');
    expect(one).toContain('Connection: keep-alive');
    expect(two).toContain('GET /next - - - ');
  });

  it('is ignored of a request whose body comes later, and which is the last', async () => {
    const socket = await start(isSecure);
    const read = text(socket);
    const close = OFFER.replace('Upgrade,', 'Upgrade, close,');
    socket.write(`POST /p HTTP/1.1\r\nhost: x\r\ncontent-length: 8\r\n${close}\r\nab`);
    http.once('request', () => socket.write('cdefgh'));
    expect(await read).toMatch(/Connection: close[\s\S]*POST \/p - - - abcdefgh\.$/);
  });
});

it('is not ignored where it is a WebSocket, whatever else is offered', async () => {
  const socket = await start();
  socket.write(
    'GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: h2c, WebSocket\r\n\r\n',
  );
  expect(await text(socket)).toBe('taken');
});
