import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatewayWorld, type TestSocket } from '../testing/gateway-world.fixture.js';
import type { TestScreen, World } from '../testing/world.fixture.js';

let sockets: GatewayWorld;
let world: World;
let hall: TestScreen;
let socket: TestSocket;

beforeEach(async () => {
  sockets = await GatewayWorld.open();
  world = sockets.world;
  await world.addSchool('north');
  hall = await world.addScreen('north', 'hall');
  await world.settle();
  socket = await sockets.join(hall);
});

afterEach(() => sockets.close());

describe('heartbeat', () => {
  it('[WS-4] sends a frame and a ping every 25 s, however long it lasts', () => {
    for (let minute = 0; minute < 10; minute += 1) {
      world.clock.advance(25_000);
      socket.connection.ponged();
    }
    expect(socket.peer.of('heartbeat')).toHaveLength(10);
    expect(socket.peer.pings).toBe(10);
    expect(socket.peer.terminated).toBe(false);
  });

  it('[WS-4] ends a peer that missed two pongs', () => {
    world.clock.advance(50_000);
    expect(socket.peer.pings).toBe(2);
    expect(socket.peer.terminated).toBe(false);
    world.clock.advance(25_000);
    expect(socket.peer.terminated).toBe(true);
  });

  it('[WS-4] forgives one missed pong', () => {
    world.clock.advance(50_000);
    socket.connection.ponged();
    world.clock.advance(50_000);
    expect(socket.peer.terminated).toBe(false);
  });

  it('[WS-4] ends a peer that has more than 64 KiB unsent', () => {
    socket.peer.bufferedAmount = 64 * 1024;
    world.clock.advance(25_000);
    expect(socket.peer.terminated).toBe(false);
    socket.peer.bufferedAmount += 1;
    world.clock.advance(25_000);
    expect(socket.peer.terminated).toBe(true);
  });

  it('[WS-4] staggers the pings of many sockets', async () => {
    const many: TestSocket[] = [];
    for (let at = 0; at < 200; at += 1) many.push(await sockets.join(hall));
    const pings = (): number => many.reduce((sum, { peer }) => sum + peer.pings, 0);
    let before = 0;
    for (let second = 0; second < 25; second += 1) {
      world.clock.advance(1000);
      expect(pings() - before).toBeLessThan(25);
      before = pings();
    }
    expect(before).toBe(200);
  });
});
