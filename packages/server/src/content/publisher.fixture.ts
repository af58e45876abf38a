import type { ChangeNotice } from '../bus/bus.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import type { Store } from '../store/store.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { createSeededRandom } from '../testing/seeded-random.fixture.js';
import { createPublisher } from './publisher.js';

/** Noon in Madrid on Tuesday, 24 November 2026. */
const NOON_MS = Date.UTC(2026, 10, 24, 11);

/** What the content of `contentInput()` refers to; whoever removes it, it stays. */
const oneFile = {
  find: async (_schoolId: string, hash: string) =>
    hash === 'a'.repeat(64) ? { hash, mimeType: 'image/png', bytes: 1000 } : undefined,
  remove: async () => 'removed' as const,
};

/** A publisher on a real store in memory, with one school, and what it told on the bus. */
export async function publishing(wrap: (store: Store) => Store = (store) => store) {
  const clock = new ManualClock(NOON_MS);
  const random = createSeededRandom('publishing');
  const store = wrap(await openLibsqlStore({ path: ':memory:', clock, random }));
  const told: ChangeNotice[] = [];
  const bus = {
    publish: (notice: ChangeNotice) => void told.push(notice),
    isConnected: true,
    nodes: 1,
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  const node = () => createPublisher({ store, bus, media: oneFile, clock, random });
  const publisher = node();
  const school = { id: 'riverside', name: 'Riverside', zone: 'Europe/Madrid', locale: 'en-GB' };
  const added = await publisher.addSchool(school);
  if (added.kind !== 'added') throw new Error(added.kind);
  told.length = 0;
  const snapshotOf = async (viewKey: string) => {
    const body = (await store.bodies('riverside')).find((each) => each.viewKey === viewKey);
    return body && JSON.parse(body.json.toString('utf8'));
  };
  return { store, clock, publisher, told, node, snapshotOf, epoch: await store.epoch() };
}
