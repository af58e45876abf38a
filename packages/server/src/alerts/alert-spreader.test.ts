import { describe, expect, it, vi } from 'vitest';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { createPublisher } from '../content/publisher.js';
import { silentLogger } from '../logging/logger.js';
import { SchoolIndex } from '../serving/school-index.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import type { Store } from '../store/store.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { noMedia } from '../testing/no-media.fixture.js';
import { createSeededRandom } from '../testing/seeded-random.fixture.js';
import { StoreFaults } from '../testing/store-faults.fixture.js';
import { AlertSpreader } from './alert-spreader.js';
import { createAlerts } from './alerts.js';

const SCHOOLS = Array.from({ length: 12 }, (_, at) => `school-${at}`);
const PATIENCE = { timeout: 20_000 };
const ALERT = { kind: 'evacuate', title: 'Leave the building' };

async function installation() {
  const clock = new ManualClock();
  const random = createSeededRandom('alerts');
  const store = await openLibsqlStore({ path: ':memory:', clock, random });
  /** A node with its own way to the store and no bus between them, as when Redis drops words. */
  const node = async (wrap: (store: Store) => Store = (own) => own) => {
    const own = wrap(store);
    const bus = createInProcessBus();
    const publisher = createPublisher({ store: own, bus, media: noMedia, clock, random });
    const index = new SchoolIndex({ store: own, bus, clock, logger: silentLogger });
    await index.start();
    const alerts = createAlerts({ store: own, bus, publisher, clock, random });
    const logger = silentLogger;
    const parts = { store: own, bus, index, publisher, clock, random, logger };
    return { alerts, publisher, index, spreader: new AlertSpreader(parts) };
  };
  const reached = async () =>
    (await store.schools()).filter(({ alerts = [] }) => alerts.length === 1).length;
  const first = await node();
  for (const id of SCHOOLS) {
    await first.publisher.addSchool({ id, name: id, zone: 'Europe/Madrid', locale: 'en' });
  }
  return { clock, store, node, reached };
}

describe('AlertSpreader', () => {
  it('[ALERT-1] finishes on any node what another began before it died', async () => {
    const { node, reached, store } = await installation();
    const faults = new StoreFaults();
    let publishes = 0;
    const dying = await node((own) =>
      faults.wrap({
        ...own,
        publish: (write) => {
          publishes += 1;
          if (publishes === 5) faults.down = true;
          return own.publish(write);
        },
      }),
    );
    await dying.alerts.setForAll(ALERT);
    await dying.spreader.spread();
    expect(faults.down).toBe(true);
    const before = await reached();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(SCHOOLS.length);

    const counting = new StoreFaults();
    const other = await node((own) => counting.wrap(own));
    await other.spreader.spread();
    expect(await reached()).toBe(SCHOOLS.length);
    // Nobody is told twice: each school was published once more than it was made.
    expect(counting.count('publish')).toBe(SCHOOLS.length - before);
    expect((await store.schools()).map(({ sequence }) => sequence)).toEqual(SCHOOLS.map(() => 2));
  });

  it('[ALERT-1] shares the work among nodes, and does none of it twice', async () => {
    const { node, reached, store } = await installation();
    const nodes = [await node(), await node(), await node()];
    await nodes[0]?.alerts.setForAll(ALERT);
    await Promise.all(nodes.map(({ spreader }) => spreader.spread()));
    expect(await reached()).toBe(SCHOOLS.length);
    expect((await store.schools()).map(({ sequence }) => sequence)).toEqual(SCHOOLS.map(() => 2));
  });

  it('[ALERT-1] looks again for who asks in the very turn in which it ends', async () => {
    const { node } = await installation();
    let reads = 0;
    const { spreader, index } = await node((own) => ({
      ...own,
      async document() {
        reads += 1;
        return undefined;
      },
    }));
    for (let turns = 0; turns < 20; turns += 1) {
      const first = spreader.spread();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const before = reads;
      await Promise.all([first, spreader.spread()]);
      expect(reads, `asked after ${turns} turns`).toBe(before + 1);
    }
    index.close();
  });

  it('[ALERT-1] goes on by itself when the store is back, and rests when all is done', async () => {
    const { clock, node, reached } = await installation();
    const faults = new StoreFaults();
    const { alerts, spreader, index } = await node((own) => faults.wrap(own));
    await alerts.setForAll(ALERT);
    faults.down = true;
    spreader.start();
    await spreader.spread();
    expect(await reached()).toBe(0);
    faults.down = false;
    clock.advance(5000);
    await vi.waitFor(async () => expect(await reached()).toBe(SCHOOLS.length), PATIENCE);
    await index.sweep();
    const publishes = faults.count('publish');
    clock.advance(5000);
    await spreader.spread();
    expect(faults.count('publish')).toBe(publishes);
    spreader.close();
    index.close();
  });
});
