import type { Connection } from '../gateway/connection.js';
import { Gateway, type GatewayOptions } from '../gateway/gateway.js';
import { silentLogger } from '../logging/logger.js';
import { FakePeer } from './fake-peer.fixture.js';
import { setRealtimeDefault } from './realtime-flags.fixture.js';
import { silentObserver } from './silent-observer.fixture.js';
import { type TestScreen, World } from './world.fixture.js';

/** One socket of a test. */
export interface TestSocket {
  readonly peer: FakePeer;
  readonly connection: Connection;
}

/** A world with a gateway, whose sockets are fake peers. */
export class GatewayWorld {
  private constructor(
    readonly world: World,
    readonly gateway: Gateway,
  ) {}

  static async open(options: Partial<GatewayOptions> = {}): Promise<GatewayWorld> {
    const { allowMultiDevice = false } = options;
    const world = await World.open({ allowMultiDevice });
    await setRealtimeDefault(world.store, true);
    await world.index.start();
    const { bus, index, access, clock, random } = world;
    const gateway = new Gateway({
      bus,
      index,
      access,
      clock,
      random,
      logger: silentLogger,
      observer: silentObserver,
      realtimeAllowed: true,
      nodes: () => 1,
      allowMultiDevice,
      maxSockets: 1000,
      maxSocketsPerSchool: 1000,
      ...options,
    });
    return new GatewayWorld(world, gateway);
  }

  async close(): Promise<void> {
    this.gateway.close();
    await this.world.close();
  }

  /** A socket that has said nothing yet. */
  connect(address = '10.0.0.1'): TestSocket {
    const peer = new FakePeer();
    return { peer, connection: this.gateway.accept(peer, address) };
  }

  /** A socket that has said this. */
  async say(frame: unknown): Promise<TestSocket> {
    const socket = this.connect();
    this.gateway.received(socket.connection, text(frame));
    await this.world.settle();
    return socket;
  }

  /** A socket of a screen's owner. */
  join({ token, id }: TestScreen, more: object = {}): Promise<TestSocket> {
    return this.say({ ...hello(token, `tv-of-${id}`), ...more });
  }
}

export function hello(token: string, device: string): object {
  return { type: 'hello', protocols: { min: 1, max: 1 }, token, device, revision: null };
}

function text(frame: unknown): string {
  return typeof frame === 'string' ? frame : JSON.stringify(frame);
}
