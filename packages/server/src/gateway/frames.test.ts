import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatewayWorld, hello, type TestSocket } from '../testing/gateway-world.fixture.js';

let sockets: GatewayWorld;
let socket: TestSocket;

beforeEach(async () => {
  sockets = await GatewayWorld.open();
  await sockets.world.addSchool('north');
  const hall = await sockets.world.addScreen('north', 'hall');
  await sockets.world.settle();
  socket = await sockets.join(hall);
});

afterEach(() => sockets.close());

const send = (frame: string): void => sockets.gateway.received(socket.connection, frame);
const PING = '{"type":"ping"}';

describe('frames of a client', () => {
  it('[WS-2] answers ping with pong, and takes an ack', () => {
    send(PING);
    send('{"type":"ack","id":"c1"}');
    expect(socket.peer.of('pong')).toHaveLength(1);
    expect(socket.peer.closedWith).toBeUndefined();
  });

  it('[WS-2] ignores and counts frames of unknown types: clients can publish nothing', () => {
    send('{"type":"invalidate","revision":"a.1","spreadMs":0}');
    send('{"type":"join","group":"south"}');
    expect(socket.peer.closedWith).toBeUndefined();
    expect(sockets.gateway.counts.unknownFrames).toBe(2);
  });

  it.each(['', 'null', '{}', '{"type":"ack"}', randomBytes(20).toString('latin1')])(
    '[WS-2] closes 1008 for the malformed %j',
    (frame) => {
      send(frame);
      expect(socket.peer.closedWith?.code).toBe(1008);
      expect(sockets.gateway.counts.joined).toBe(0);
    },
  );

  it('[WS-2] closes 1008 for more than 24 frames in 5 s', () => {
    // The hello was the first of them.
    for (let at = 0; at < 23; at += 1) send(PING);
    expect(socket.peer.closedWith).toBeUndefined();
    send(PING);
    expect(socket.peer.closedWith?.code).toBe(1008);
    expect(socket.peer.of('pong')).toHaveLength(23);
  });

  it('[WS-2] counts over any 5 s, and protocol pings too', () => {
    for (let at = 0; at < 100; at += 1) {
      sockets.world.clock.advance(250);
      sockets.gateway.pinged(socket.connection);
    }
    expect(socket.peer.closedWith).toBeUndefined();
    sockets.world.clock.advance(4999);
    for (let at = 0; at < 24; at += 1) sockets.gateway.pinged(socket.connection);
    expect(socket.peer.closedWith?.code).toBe(1008);
  });

  it('[SEC-3] survives anything that is sent, before and after hello', async () => {
    const frame = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ type: fc.constantFrom('hello', 'ping', 'ack', 'x'), id: fc.anything() })
        .map((value) => JSON.stringify(value)),
      fc
        .record({ min: fc.anything(), max: fc.anything() })
        .map((protocols) => JSON.stringify({ ...hello('t', 'd'), protocols })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 6 }), async (frames) => {
        const { connection, peer } = sockets.connect();
        for (const text of frames) sockets.gateway.received(connection, text);
        await sockets.world.settle();
        expect(peer.of('welcome')).toEqual([]);
        const codes = [undefined, 1008, 4400, 4403, 4406, 4429];
        expect(codes).toContain(peer.closedWith?.code);
        if (frames.length > 0) expect(peer.closedWith).toBeDefined();
        sockets.gateway.closed(connection);
      }),
      { numRuns: 200 },
    );
    send(PING);
    expect(socket.peer.of('pong')).toHaveLength(1);
    expect(sockets.gateway.counts.open).toBe(1);
  });
});
