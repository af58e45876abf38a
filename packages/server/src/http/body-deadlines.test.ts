import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { BodyDeadlines } from './body-deadlines.js';
import { closeHttp, createHttpServer, listen } from './http-server.js';

let clock: ManualClock;
let bodies: BodyDeadlines;
let http: Server;
let port: number;
let arrived: Promise<IncomingMessage>;

beforeEach(async () => {
  clock = new ManualClock();
  bodies = new BodyDeadlines(clock);
  arrived = new Promise((resolve) => {
    http = createHttpServer((request, response) => {
      bodies.watch(request);
      request.resume().once('end', () => response.end('whole'));
      resolve(request);
    });
  });
  ({ port } = await listen(http, 0, '127.0.0.1'));
});

afterEach(async () => {
  http.closeAllConnections();
  await closeHttp(http, clock);
});

/** Sends a request that lacks the end of its body. */
function sendHalf(): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf');
  return socket;
}

describe('[SEC-3] body deadlines', () => {
  it('end a connection whose body does not arrive in 15 s', async () => {
    const socket = sendHalf();
    await arrived;
    const closed = once(socket, 'close');
    clock.advance(15_000);
    await closed;
  });

  it('leave alone a body that is whole in time', async () => {
    const socket = sendHalf();
    await arrived;
    clock.advance(14_999);
    socket.write('+ rest');
    await once(socket, 'data');
    clock.advance(60_000);
    expect(socket.destroyed).toBe(false);
    socket.destroy();
  });

  it('give more time where it is allowed', async () => {
    const socket = sendHalf();
    const request = await arrived;
    bodies.allow(request, 60_000);
    clock.advance(59_999);
    expect(request.socket.destroyed).toBe(false);
    const closed = once(socket, 'close');
    clock.advance(1);
    await closed;
  });
});
