import { CLOSE_CODES } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToken } from '../screens/token.js';
import { GatewayWorld, hello } from '../testing/gateway-world.fixture.js';
import type { TestScreen } from '../testing/world.fixture.js';
import type { GatewayOptions } from './gateway.js';

let sockets: GatewayWorld;
let hall: TestScreen;

async function open(options?: Partial<GatewayOptions>): Promise<void> {
  sockets = await GatewayWorld.open(options);
  await sockets.world.addSchool('north');
  hall = await sockets.world.addScreen('north', 'hall');
  await sockets.world.settle();
}

beforeEach(() => open());
afterEach(() => sockets.close());

describe('hello', () => {
  it('[WS-1] is answered with a welcome that names the current revision', async () => {
    const { peer } = await sockets.join(hall);
    expect(peer.sent).toEqual([
      {
        type: 'welcome',
        protocol: 1,
        revision: sockets.world.index.school('north')?.revision,
        screen: { version: 1, name: 'hall', sound: { on: false, volume: 0.5 } },
        spreadMs: 250,
        heartbeatMs: 25_000,
        reconnectMs: 1000,
      },
    ]);
    expect(sockets.gateway.counts).toEqual({ open: 1, joined: 1, unknownFrames: 0 });
  });

  it('[WS-1] is awaited for 5 s', async () => {
    const { peer } = sockets.connect();
    sockets.world.clock.advance(4999);
    expect(peer.closedWith).toBeUndefined();
    sockets.world.clock.advance(1);
    expect(peer.closedWith?.code).toBe(CLOSE_CODES.malformed);
  });

  it.each([
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['no token', { ...hello('t', 'd'), token: '' }],
    ['a device that fits no header', hello('t', 'two words')],
    ['another type', { type: 'ping' }],
    ['an unknown type', { type: 'subscribe', school: 'south' }],
  ])('[WS-3] closes 4400 for %s', async (_, frame) => {
    expect((await sockets.say(frame)).peer.closedWith?.code).toBe(4400);
  });

  it('[WS-3] closes 4400 for a binary frame', () => {
    const { peer, connection } = sockets.connect();
    sockets.gateway.received(connection, undefined);
    expect(peer.closedWith?.code).toBe(4400);
  });

  it('[WS-3] closes 4403 for unknown and revoked tokens', async () => {
    await sockets.world.revokeScreen('hall');
    await sockets.world.settle();
    for (const token of [createToken(sockets.world.random), hall.token]) {
      expect((await sockets.say(hello(token, 'tv'))).peer.closedWith?.code).toBe(4403);
    }
  });

  it('[WS-3] closes 4406 where no protocol is common', async () => {
    const newer = await sockets.join(hall, { protocols: { min: 2, max: 9 } });
    expect(newer.peer.closedWith?.code).toBe(4406);
    const both = await sockets.join(hall, { protocols: { min: 1, max: 9 } });
    expect(both.peer.of('welcome')[0].protocol).toBe(1);
  });

  it('[BIND-2] closes 4408 for a device that does not own the screen', async () => {
    await sockets.join(hall);
    expect((await sockets.say(hello(hall.token, 'thief'))).peer.closedWith?.code).toBe(4408);
    expect((await sockets.world.store.screen('hall'))?.deviceId).toBe('tv-of-hall');
  });

  it('[BIND-1] lets one of many devices win that claim at once', async () => {
    const all = await Promise.all(
      ['a', 'b', 'c', 'd'].map((device) => sockets.say(hello(hall.token, device))),
    );
    expect(all.map(({ peer }) => peer.closedWith?.code)).toEqual([undefined, 4408, 4408, 4408]);
  });

  it('[WS-3] closes 4410 where realtime is off, and claims nothing', async () => {
    await sockets.world.store.setSchoolRealtime('north', 'off');
    await sockets.world.index.sweep();
    expect((await sockets.join(hall)).peer.closedWith?.code).toBe(4410);
    expect((await sockets.world.store.screen('hall'))?.deviceId).toBeUndefined();
  });

  it('[FLAG-1] closes 4410 where the environment forbids realtime, whatever the school says', async () => {
    await sockets.close();
    await open({ realtimeAllowed: false });
    await sockets.world.store.setSchoolRealtime('north', 'on');
    await sockets.world.index.sweep();
    expect((await sockets.join(hall)).peer.closedWith?.code).toBe(4410);
  });

  it('[WS-3] closes 4429 for more sockets than a school may have', async () => {
    await sockets.close();
    await open({ maxSocketsPerSchool: 2 });
    await sockets.world.addSchool('south');
    const gym = await sockets.world.addScreen('south', 'gym');
    await sockets.world.settle();
    const codes: (number | undefined)[] = [];
    for (const screen of [hall, hall, hall, gym]) {
      codes.push((await sockets.join(screen)).peer.closedWith?.code);
    }
    expect(codes).toEqual([undefined, undefined, 4429, undefined]);
    expect(sockets.gateway.counts.joined).toBe(3);
  });

  it('[WS-3] closes 1013 for more sockets than the node may have', async () => {
    await sockets.close();
    await open({ maxSockets: 1 });
    const first = sockets.connect();
    expect(sockets.connect().peer.closedWith?.code).toBe(1013);
    expect(first.peer.closedWith).toBeUndefined();
  });

  it('[WS-3] closes 1013 where the store cannot say', async () => {
    sockets.world.faults.down = true;
    expect((await sockets.join(hall)).peer.closedWith?.code).toBe(1013);
  });

  it('[WS-1] misses nothing that is published while it is looked into', async () => {
    const { access } = sockets.world;
    const claim = access.claim.bind(access);
    let revision = '';
    access.claim = async (...asked) => {
      const admitted = await claim(...asked);
      revision = await sockets.world.publish('north');
      await sockets.world.settle();
      return admitted;
    };
    const { peer, connection } = sockets.connect();
    sockets.gateway.received(connection, JSON.stringify(hello(hall.token, 'tv')));
    await vi.waitFor(() => expect(peer.sent).toHaveLength(1));
    expect(peer.of('welcome')[0].revision).toBe(revision);
  });

  it('[WS-1] lets nobody in whose screen was revoked while it was looked into', async () => {
    const { access } = sockets.world;
    const claim = access.claim.bind(access);
    access.claim = async (...asked) => {
      const admitted = await claim(...asked);
      await sockets.world.revokeScreen('hall');
      await sockets.world.settle();
      return admitted;
    };
    const { peer, connection } = sockets.connect();
    sockets.gateway.received(connection, JSON.stringify(hello(hall.token, 'tv')));
    await vi.waitFor(() => expect(peer.closedWith?.code).toBe(4403));
    expect(sockets.gateway.counts.joined).toBe(0);
  });

  it('takes no second hello', async () => {
    const { peer, connection } = await sockets.join(hall);
    sockets.gateway.received(connection, JSON.stringify(hello(hall.token, 'tv-of-hall')));
    expect(peer.closedWith?.code).toBe(1008);
    expect(sockets.gateway.counts.joined).toBe(0);
  });
});
