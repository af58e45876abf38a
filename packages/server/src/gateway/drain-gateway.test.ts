import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakePeer } from '../testing/fake-peer.fixture.js';
import { GatewayWorld, type TestSocket } from '../testing/gateway-world.fixture.js';
import { drainGateway } from './drain-gateway.js';

let sockets: GatewayWorld;

beforeEach(async () => {
  sockets = await GatewayWorld.open({ maxSocketsPerSchool: 10_000, maxSockets: 10_000 });
  await sockets.world.addSchool('north');
});

afterEach(() => sockets.close());

async function connectMany(count: number): Promise<TestSocket[]> {
  const hall = await sockets.world.addScreen('north', 'hall');
  await sockets.world.settle();
  const many: TestSocket[] = [];
  for (let at = 0; at < count; at += 1) many.push(await sockets.join(hall));
  return many;
}

const closed = (many: readonly TestSocket[]): number =>
  many.filter(({ peer }) => peer.closedWith?.code === 1012).length;

describe('drainGateway', () => {
  it('[SRV-6] says when to come back, and spreads the closes', async () => {
    const many = await connectMany(1000);
    let ended = false;
    void drainGateway(sockets.gateway, sockets.world.clock).then(() => {
      ended = true;
    });
    for (const { peer } of many) {
      expect(peer.of('drain')).toEqual([{ type: 'drain', minMs: 1000, maxMs: 2000 }]);
    }
    const steps: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      steps.push(closed(many));
      await sockets.world.advance(50);
    }
    expect(steps).toEqual(Array.from({ length: 20 }, (_, at) => (at + 1) * 50));
    for (const { connection } of many) sockets.gateway.closed(connection);
    await sockets.world.advance(100, 50);
    expect(ended).toBe(true);
  });

  it('[SRV-6] spreads the closes of however many over 8 s at most', async () => {
    const peers = Array.from({ length: 10_000 }, () => new FakePeer());
    for (const peer of peers) sockets.gateway.accept(peer, '10.0.0.1');
    void drainGateway(sockets.gateway, sockets.world.clock);
    const left = () => peers.filter(({ closedWith }) => closedWith === undefined).length;
    // Before those that have yet to say hello are closed for that.
    await sockets.world.advance(4000, 50);
    expect(left()).toBeLessThanOrEqual(5000);
    expect(left()).toBeGreaterThan(4500);
  });

  it('[SRV-6] ends peers that do not answer the close', async () => {
    const many = await connectMany(1);
    let ended = false;
    void drainGateway(sockets.gateway, sockets.world.clock).then(() => {
      ended = true;
    });
    await sockets.world.advance(3000, 50);
    expect(ended).toBe(true);
    expect(many[0]?.peer.terminated).toBe(true);
    expect(sockets.gateway.counts.open).toBe(0);
  });

  it('is over at once where nobody is connected', async () => {
    await drainGateway(sockets.gateway, sockets.world.clock);
    expect(sockets.gateway.counts.open).toBe(0);
  });
});
