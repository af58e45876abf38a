import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { positionOf } from '../flags/position.js';
import { GatewayWorld, type TestSocket } from '../testing/gateway-world.fixture.js';
import { setRealtimeDefault, writeFlags } from '../testing/realtime-flags.fixture.js';
import { silentObserver } from '../testing/silent-observer.fixture.js';
import type { TestScreen, World } from '../testing/world.fixture.js';

let sockets: GatewayWorld;
let world: World;
let hall: TestSocket;
let gym: TestSocket;
let south: TestSocket;
let screens: readonly TestScreen[];
let counted: (readonly [sent: number, lost: number])[];

beforeEach(async () => {
  counted = [];
  sockets = await GatewayWorld.open({
    observer: { ...silentObserver, announced: (sent, lost) => counted.push([sent, lost]) },
  });
  world = sockets.world;
  await world.addSchool('north');
  await world.addSchool('south');
  screens = [
    await world.addScreen('north', 'hall'),
    await world.addScreen('north', 'gym'),
    await world.addScreen('south', 'south'),
  ];
  await world.settle();
  const joined: TestSocket[] = [];
  for (const screen of screens) joined.push(await sockets.join(screen));
  [hall, gym, south] = joined as [TestSocket, TestSocket, TestSocket];
});

afterEach(() => sockets.close());

const told = ({ peer }: TestSocket) => peer.of('invalidate');

describe('invalidate', () => {
  it('[WS-2] tells every screen of the school the new revision, and no content', async () => {
    const revision = await world.publish('north');
    await world.settle();
    const frame = { type: 'invalidate', revision, spreadMs: 250 };
    expect([told(hall), told(gym)]).toEqual([[frame], [frame]]);
  });

  it('[P-8] tells no screen of another school', async () => {
    await world.publish('north');
    await world.settle();
    expect(told(south)).toEqual([]);
  });

  it('[SNAP-8] tells a screen alone that its own object changed', async () => {
    await world.renameScreen('gym', 'Sports hall');
    await world.settle();
    const { revision } = world.index.school('north') ?? {};
    expect(told(gym)).toEqual([{ type: 'invalidate', revision, screenVersion: 2, spreadMs: 250 }]);
    expect(told(hall)).toEqual([]);
  });

  it('[SRV-7] sends the first at once and the last always: 100 publishes in 2 s become 5', async () => {
    let revision = '';
    for (let at = 0; at < 100; at += 1) {
      revision = await world.publish('north');
      await world.settle();
      if (at === 0) expect(told(hall)).toHaveLength(1);
      await world.advance(20);
    }
    await world.advance(500);
    expect(told(hall).length).toBeLessThanOrEqual(5);
    expect(told(hall).at(-1)?.revision).toBe(revision);
    await world.advance(10_000, 500);
    expect(told(hall).length).toBeLessThanOrEqual(5);
  });

  it('[SRV-7] coalesces what screens alone heard of with publishes', async () => {
    await world.publish('north');
    await world.settle();
    await world.renameScreen('gym', 'Sports hall');
    const revision = await world.publish('north');
    await world.advance(500);
    expect(told(hall).at(-1)).toEqual({ type: 'invalidate', revision, spreadMs: 250 });
    expect(told(gym).at(-1)).toMatchObject({ revision, screenVersion: 2 });
    expect(told(gym)).toHaveLength(2);
  });

  it('[ALERT-2] lets an alert wait for nothing', async () => {
    await world.publish('north');
    await world.settle();
    const revision = await world.publish('north', true);
    await world.settle();
    const alert = { type: 'invalidate', revision, spreadMs: 0, urgent: true };
    expect(told(hall).at(-1)).toEqual(alert);
  });

  it('[WS-4] keeps only the newest revision for a peer that is slow', async () => {
    hall.peer.bufferedAmount = 1;
    let revision = '';
    for (let at = 0; at < 3; at += 1) {
      revision = await world.publish('north');
      await world.advance(500);
    }
    expect(told(hall)).toEqual([]);
    expect(told(gym)).toHaveLength(3);
    hall.peer.drain();
    expect(told(hall).map((frame) => frame.revision)).toEqual([revision]);
    hall.peer.drain();
    expect(told(hall)).toHaveLength(1);
  });

  it('[WS-4] [ALERT-2] tells a peer that is slow of an alert as such, whatever else was published since', async () => {
    hall.peer.bufferedAmount = 1;
    await world.publish('north', true);
    await world.advance(500);
    const revision = await world.publish('north');
    await world.advance(500);
    hall.peer.drain();
    expect(told(hall)).toMatchObject([{ revision, urgent: true, spreadMs: 0 }]);
    expect(told(gym)).toMatchObject([{ urgent: true }, { revision, spreadMs: 250 }]);
  });

  it('[WS-4] gives up a peer that has more than 64 KiB unsent, and counts it as lost', async () => {
    hall.peer.bufferedAmount = 64 * 1024 + 1;
    await world.publish('north');
    await world.settle();
    expect(hall.peer.terminated).toBe(true);
    expect(counted).toEqual([[1, 1]]);
  });

  it('tells nothing to a socket that has gone', async () => {
    sockets.gateway.closed(hall.connection);
    await world.publish('north');
    await world.settle();
    expect(told(hall)).toEqual([]);
    expect(told(gym)).toHaveLength(1);
  });
});

describe('a change that ends sockets', () => {
  it('[FLAG-2] closes 4410 where realtime is switched off, for that school alone', async () => {
    await world.store.setSchoolRealtime('north', 'off');
    world.bus.publish({ schoolId: 'north', urgent: false });
    await world.settle();
    expect(hall.peer.closedWith?.code).toBe(4410);
    expect(gym.peer.closedWith?.code).toBe(4410);
    expect(south.peer.closedWith).toBeUndefined();
  });

  it('[FLAG-2] closes 4410 everywhere when the default is switched off, but for schools that are on', async () => {
    await world.store.setSchoolRealtime('south', 'on');
    await setRealtimeDefault(world.store, false);
    world.bus.publish({ urgent: false });
    await world.settle();
    expect(hall.peer.closedWith?.code).toBe(4410);
    expect(south.peer.closedWith).toBeUndefined();
  });

  it('[FLAG-1] closes 4410 everywhere by the kill switch, whatever schools say', async () => {
    await world.store.setSchoolRealtime('south', 'on');
    await writeFlags(world.store, { isKilled: true });
    world.bus.publish({ urgent: false });
    await world.settle();
    for (const { peer } of [hall, gym, south]) expect(peer.closedWith?.code).toBe(4410);
  });

  it('[FLAG-1] closes 4410 where a percentage shrinks below a school, for that school alone', async () => {
    const middle = (positionOf('north') + positionOf('south')) / 2;
    await writeFlags(world.store, { percentage: middle });
    world.bus.publish({ urgent: false });
    await world.settle();
    const isNorthFirst = positionOf('north') < middle;
    expect(hall.peer.closedWith?.code).toBe(isNorthFirst ? undefined : 4410);
    expect(south.peer.closedWith?.code).toBe(isNorthFirst ? 4410 : undefined);
  });

  it('closes 4403 when a screen is revoked', async () => {
    await world.revokeScreen('hall');
    await world.settle();
    expect(hall.peer.closedWith?.code).toBe(4403);
    expect(gym.peer.closedWith).toBeUndefined();
    expect(sockets.gateway.counts.joined).toBe(2);
  });
});
