import type { ScreenReport } from '@hallboard/shared';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createInProcessBus } from '../bus/in-process/in-process-bus.js';
import { createPublisher } from '../content/publisher.js';
import { silentLogger } from '../logging/logger.js';
import { createPinoLogger } from '../logging/pino-logger.js';
import { SchoolIndex } from '../serving/school-index.js';
import type { ServedScreen } from '../serving/served.js';
import { openLibsqlStore } from '../store/libsql/libsql-store.js';
import type { Store } from '../store/store.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { noMedia } from '../testing/no-media.fixture.js';
import { createSeededRandom } from '../testing/seeded-random.fixture.js';
import { StoreFaults } from '../testing/store-faults.fixture.js';
import { ScreenWatch } from './screen-watch.js';

let clock: ManualClock;
let store: Store;
let faults: StoreFaults;
let index: SchoolIndex;
let watch: ScreenWatch;
let hall: ServedScreen;
let log: { readonly msg: string }[];

function report(more: Partial<ScreenReport> = {}): ScreenReport {
  return { revision: 'a.1', paintedAt: 1, clockOffsetMs: 0, skippedItems: 0, alerts: [], ...more };
}

beforeEach(async () => {
  clock = new ManualClock();
  const random = createSeededRandom('watch');
  store = await openLibsqlStore({ path: ':memory:', clock, random });
  faults = new StoreFaults();
  const bus = createInProcessBus();
  const publisher = createPublisher({ store, bus, media: noMedia, clock, random });
  await publisher.addSchool({ id: 'north', name: 'N', zone: 'Europe/Madrid', locale: 'en' });
  await publisher.addScreen('north', { id: 'hall', name: 'Hall' });
  index = new SchoolIndex({ store, bus, clock, logger: silentLogger });
  log = [];
  const destination = { write: (line: string) => log.push(JSON.parse(line)) };
  const logger = createPinoLogger({ level: 'debug', destination });
  watch = new ScreenWatch({ store: faults.wrap(store), index, clock, logger });
  watch.start();
  await index.start();
  const found = index.school('north')?.screens.get('hall');
  if (found === undefined) throw new Error('the screen is not served');
  hall = found;
  return () => {
    watch.close();
    index.close();
  };
});

const writes = () => faults.count('saveSights');
const stored = () => store.sights('north');

describe('ScreenWatch', () => {
  it('[OBS-3] writes what it sees once a minute, however often that is', async () => {
    for (let at = 0; at < 100; at += 1) watch.seen(hall);
    expect(await stored()).toEqual([]);
    clock.advance(60_000);
    await vi.waitFor(async () => expect(await stored()).toHaveLength(1));
    expect(writes()).toBe(1);
    expect((await watch.sightsOf('north')).get('hall')?.lastSeenMs).toBe(clock.wallMs() - 60_000);
  });

  it('[ALERT-3] writes soon that another revision or alert is painted', async () => {
    watch.reported(hall, report(), 'TV');
    clock.advance(1000);
    await vi.waitFor(async () => expect(await stored()).toHaveLength(1));
    watch.reported(hall, report({ clockOffsetMs: 5 }), 'TV');
    clock.advance(1000);
    await watch.share(() => false);
    expect(writes()).toBe(1);
    const alerts = [{ id: 'a1', paintedAt: 7 }];
    watch.reported(hall, report({ alerts }), 'TV');
    clock.advance(1000);
    await vi.waitFor(async () =>
      expect((await stored())[0]?.report?.report.alerts).toEqual(alerts),
    );
    expect(writes()).toBe(2);
  });

  it('[HTTP-8] keeps what it could not write, and writes it with the next', async () => {
    faults.down = true;
    watch.reported(hall, report(), 'x'.repeat(1000));
    await watch.share();
    expect(await stored()).toEqual([]);
    faults.down = false;
    await watch.share();
    expect((await stored())[0]?.report?.userAgent).toHaveLength(300);
  });

  it('[SRV-9] knows a store that is read but takes no writes by what it writes every minute', async () => {
    const look = async () => {
      watch.seen(hall);
      await watch.share();
      return watch.storeTakes;
    };
    expect(await look()).toBe(true);
    faults.down = true;
    expect([await look(), await look()]).toEqual([false, false]);
    await watch.share(() => false);
    expect(watch.storeTakes).toBe(false);
    faults.down = false;
    expect(await look()).toBe(true);
    expect(log.map(({ msg }) => msg)).toEqual([
      'The store takes no writes; trying on',
      'The store takes writes again',
    ]);
  });

  it('knows from the others what it has not seen itself, and believes what is newer', async () => {
    const other = { screenId: 'hall', lastSeenMs: clock.wallMs() + 5 };
    await store.saveSights('north', [other]);
    watch.reported(hall, report(), 'TV');
    const sight = (await watch.sightsOf('north')).get('hall');
    expect(sight).toMatchObject({ lastSeenMs: clock.wallMs() + 5, report: { userAgent: 'TV' } });
  });
});
