import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createSystemClock } from '../../adapters/system-clock.js';
import { createSystemRandom } from '../../adapters/system-random.js';
import { silentLogger } from '../../logging/logger.js';
import type { Clock } from '../../ports/clock.js';
import { ManualClock } from '../../testing/manual-clock.fixture.js';
import { RedisServer } from '../../testing/redis-server.fixture.js';
import { busContract } from '../bus.contract.js';
import type { Bus, ChangeNotice } from '../bus.js';
import { createRedisBus } from './redis-bus.js';

let server: RedisServer;

beforeAll(async () => {
  server = await RedisServer.start();
});

afterAll(() => server.dispose());

function create(clock: Clock = createSystemClock()): Bus {
  return createRedisBus({
    url: server.url,
    deadlineMs: 5000,
    clock,
    random: createSystemRandom(),
    logger: silentLogger,
  });
}

/** A bus, and a way to wait for what its listeners are told. */
function node() {
  const bus = create();
  onTestFinished(() => bus.close());
  const heard: ChangeNotice[] = [];
  let look: () => void = () => undefined;
  bus.subscribe((notice) => {
    heard.push(notice);
    look();
  });
  const until = (found: (notice: ChangeNotice) => boolean) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (heard.some(found)) resolve();
      };
      look();
    });
  /** Told whenever the others can be heard again. */
  const connected = () => until(({ schoolId }) => schoolId === undefined);
  return { bus, heard, until, connected };
}

busContract('the redis bus', async () => {
  const bus = create();
  // Ready when the listeners have been told that it is; contracts begin after that.
  await new Promise<void>((resolve) => {
    const unsubscribe = bus.subscribe(() => {
      unsubscribe();
      resolve();
    });
  });
  return bus;
});

describe('the redis bus between nodes', () => {
  it('[SRV-1] brings a notice to every other node, and once to its own', async () => {
    const [one, two] = [node(), node()];
    await Promise.all([one.connected(), two.connected()]);
    one.bus.publish({ schoolId: 'riverside', urgent: true });
    two.bus.publish({ schoolId: 'hillside', urgent: false });
    await Promise.all([
      one.until(({ schoolId }) => schoolId === 'hillside'),
      two.until(({ schoolId }) => schoolId === 'riverside'),
    ]);
    for (const { heard } of [one, two]) {
      const told = heard.filter(({ schoolId }) => schoolId !== undefined);
      expect(told).toHaveLength(2);
      expect(told).toContainEqual({ schoolId: 'riverside', urgent: true });
    }
  });

  it('[WS-2] brings a command for a screen whole', async () => {
    const [one, two] = [node(), node()];
    await Promise.all([one.connected(), two.connected()]);
    const command = { id: 'c1', screenId: 'hall', name: 'reload' } as const;
    const notice = { schoolId: 'riverside', urgent: true, command };
    one.bus.publish(notice);
    await two.until(({ schoolId }) => schoolId !== undefined);
    expect(two.heard).toContainEqual(notice);
  });

  it('[WS-8] knows how many nodes there are, and forgets one that has gone', async () => {
    const clock = new ManualClock();
    const bus = create(clock);
    onTestFinished(() => bus.close());
    const counted = (count: number) =>
      expect
        .poll(() => {
          clock.advance(5000);
          return bus.nodes;
        })
        .toBe(count);
    await counted(1);
    const other = node();
    await other.connected();
    await counted(2);
    await other.bus.close();
    await counted(1);
  });

  it('[SRV-8] has its listeners compare counters each time it hears the others again', async () => {
    const { heard, bus, connected } = node();
    await connected();
    await server.signal('SIGKILL');
    await expect.poll(() => bus.isConnected).toBe(false);
    bus.publish({ schoolId: 'lost', urgent: false });
    heard.length = 0;
    await server.restart();
    await connected();
    expect(bus.isConnected).toBe(true);
    expect(heard).toContainEqual({ urgent: false });
  });
});
