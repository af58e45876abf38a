import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Logger, silentLogger } from '../logging/logger.js';
import { hashSecret } from '../screens/token.js';
import type { SchoolRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { setRealtimeDefault, writeFlags } from '../testing/realtime-flags.fixture.js';
import { World } from '../testing/world.fixture.js';
import { type SchoolChange, SchoolIndex, SWEEP_INTERVAL_MS } from './school-index.js';

let world: World;

beforeEach(async () => {
  world = await World.open();
  await world.addSchool('north');
  await world.addSchool('south');
});

afterEach(() => world.close());

const revisionOf = (id: string): string | undefined => world.index.school(id)?.revision;

describe('SchoolIndex', () => {
  it('holds every school and screen once it has started', async () => {
    const { token } = await world.addScreen('north', 'hall');
    await world.index.start();
    expect(world.index.ready).toBe(true);
    expect([...world.index.schools()].map((school) => school.record.id)).toEqual([
      'north',
      'south',
    ]);
    expect(world.index.screenByTokenHash(hashSecret(token))?.record.id).toBe('hall');
  });

  it('follows the bus, and tells what changed', async () => {
    await world.index.start();
    const changes: SchoolChange[] = [];
    world.index.onChange((change) => changes.push(change));
    const revision = await world.publish('north', true);
    await world.settle();
    expect(revisionOf('north')).toBe(revision);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ urgent: true, current: { revision } });
    expect(changes[0]?.previous?.revision).not.toBe(revision);
  });

  it('[ALERT-2] has the word that it is urgent for what it is about, though it came amid a reading', async () => {
    await world.index.start();
    const { epoch, bodies } = world.store;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isAtEnd = false;
    world.store.bodies = (id) => {
      isAtEnd = true;
      return bodies(id);
    };
    world.store.epoch = async () => {
      const read = await epoch();
      if (!isAtEnd) return read;
      isAtEnd = false;
      await held;
      return read;
    };
    const before = await world.publish('north');
    await world.settle();
    const alert = await world.publish('north', true);
    const changes: SchoolChange[] = [];
    world.index.onChange((change) => changes.push(change));
    release();
    await world.settle();
    expect(changes).toMatchObject([
      { current: { revision: before } },
      { urgent: true, current: { revision: alert } },
    ]);
  });

  it('[SRV-8] finds within 5 s what the bus did not tell', async () => {
    await world.index.start();
    world.isBusDeaf = true;
    const revision = await world.publish('north');
    const { token } = await world.addScreen('south', 'hall');
    await setRealtimeDefault(world.store, true);
    await world.advance(5000);
    expect(revisionOf('north')).toBe(revision);
    expect(world.index.screenByTokenHash(hashSecret(token))).toBeDefined();
    expect(world.index.flags.fallback).toBe('on');
  });

  it('reads a school whose screens change all the time, and has it all when they do no more', async () => {
    await world.addScreen('north', 'hall');
    const { store, bus, clock } = world;
    let isRestless = true;
    const restless: Store = {
      ...store,
      async screens(schoolId) {
        const read = await store.screens(schoolId);
        if (isRestless) await store.unbindScreen('hall');
        if (isRestless) await store.claimScreen('hall', `tv-${read[0]?.deviceId}`);
        return read;
      },
    };
    const index = new SchoolIndex({ store: restless, bus, clock, logger: silentLogger });
    await index.start();
    expect(index.ready).toBe(true);
    isRestless = false;
    await index.sweep();
    const owner = index.school('north')?.screens.get('hall')?.record.deviceId;
    expect(owner).toBe((await store.screen('hall'))?.deviceId);
    index.close();
  });

  it.each([
    ['keeps a claim that a reading was too early for', false, 'tv'],
    ['does not keep one that was taken back meanwhile', true, undefined],
  ])('[SRV-4] [BIND-1] %s', async (_, isTakenBack, owner) => {
    const { token } = await world.addScreen('north', 'hall');
    const { store, bus, clock } = world;
    let amid: () => Promise<void> = async () => undefined;
    const watched: Store = {
      ...store,
      async screens(schoolId) {
        if (isTakenBack) await amid();
        const read = await store.screens(schoolId);
        if (!isTakenBack) await amid();
        return read;
      },
    };
    const index = new SchoolIndex({ store: watched, bus, clock, logger: silentLogger });
    await index.start();
    amid = async () => {
      const screen = index.screenByTokenHash(hashSecret(token));
      await store.claimScreen('hall', 'tv');
      expect(screen && index.bound(screen, 'tv')?.record.deviceId).toBe('tv');
      if (isTakenBack) await store.unbindScreen('hall');
    };
    await index.refresh('north');
    expect(index.school('north')?.screens.get('hall')?.record.deviceId).toBe(owner);
    index.close();
  });

  it('[SRV-4] [BIND-1] keeps a claim however close to the end of a reading it is acknowledged', async () => {
    const { store, bus, clock } = world;
    for (let turns = 0; turns < 12; turns += 1) {
      const { token } = await world.addScreen('north', `hall-${turns}`);
      let reads = Number.NEGATIVE_INFINITY;
      let claimed: Promise<void> | undefined;
      const claim = async (): Promise<void> => {
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        const screen = index.screenByTokenHash(hashSecret(token));
        if (screen !== undefined && index.bound(screen, 'tv') === undefined) {
          await index.refresh('north');
        }
      };
      const watched: Store = {
        ...store,
        async epoch() {
          reads += 1;
          if (reads === 2) {
            await store.claimScreen(`hall-${turns}`, 'tv');
            claimed = claim();
          }
          return store.epoch();
        },
      };
      const index = new SchoolIndex({ store: watched, bus, clock, logger: silentLogger });
      await index.start();
      reads = 0;
      await index.refresh('north');
      await claimed;
      const owner = index.screenByTokenHash(hashSecret(token))?.record.deviceId;
      expect(owner, `${turns} turns after the last read`).toBe('tv');
      index.close();
    }
  });

  it('[HTTP-7] reads a school once for all who catch up with it', async () => {
    await world.index.start();
    world.isBusDeaf = true;
    const revision = await world.publish('north');
    world.faults.calls.length = 0;
    const isCurrent = () => revisionOf('north') === revision;
    await Promise.all(['a', 'b', 'c'].map(() => world.index.catchUp('north', isCurrent)));
    expect(isCurrent()).toBe(true);
    expect(world.faults.count('screens')).toBe(1);
  });

  it('[SRV-8] reads nothing but the counters while nothing changes', async () => {
    await world.index.start();
    world.faults.calls.length = 0;
    await world.advance(10 * SWEEP_INTERVAL_MS, SWEEP_INTERVAL_MS);
    expect(new Set(world.faults.calls)).toEqual(new Set(['counters']));
    expect(world.faults.count('counters')).toBe(10);
  });

  it('[SRV-4] keeps serving while the store is away, and catches up when it answers', async () => {
    await world.index.start();
    const before = revisionOf('north');
    world.faults.down = true;
    const revision = await world.publish('north');
    await world.advance(3 * SWEEP_INTERVAL_MS, SWEEP_INTERVAL_MS);
    expect(revisionOf('north')).toBe(before);
    expect(world.index.ready).toBe(true);
    world.faults.down = false;
    await world.advance(SWEEP_INTERVAL_MS);
    expect(revisionOf('north')).toBe(revision);
  });

  it('[SRV-9] is not ready until the store has been read', async () => {
    world.faults.down = true;
    await world.index.start();
    expect(world.index.ready).toBe(false);
    world.faults.down = false;
    await world.advance(SWEEP_INTERVAL_MS);
    expect(world.index.ready).toBe(true);
    expect(revisionOf('south')).toBeDefined();
  });

  it('[SRV-4] [SRV-9] is ready without a school that cannot be read, and follows the others', async () => {
    const { store } = world;
    const { school } = store;
    let isBroken = true;
    store.school = async (id) => {
      if (isBroken && id === 'north') throw new StoreUnavailableError('what is this?');
      return school(id);
    };
    await world.index.start();
    expect([world.index.ready, world.index.storeAnswers]).toEqual([true, false]);
    world.isBusDeaf = true;
    const revision = await world.publish('south');
    await world.advance(SWEEP_INTERVAL_MS);
    expect(revisionOf('south')).toBe(revision);
    isBroken = false;
    await world.advance(SWEEP_INTERVAL_MS);
    expect(revisionOf('north')).toBeDefined();
    expect(world.index.storeAnswers).toBe(true);
  });

  it('[P-6] [FLAG-2] hears of the kill switch while a sweep waits for a school', async () => {
    await world.index.start();
    const { store, bus } = world;
    const { screens } = store;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    store.screens = (id) => held.then(() => screens(id));
    world.isBusDeaf = true;
    await world.publish('north');
    await world.advance(SWEEP_INTERVAL_MS);
    const told: string[] = [];
    world.index.onChange(({ current }) => told.push(current.record.id));
    await writeFlags(store, { isKilled: true });
    bus.publish({ urgent: false });
    await world.settle();
    expect(world.index.flags.isKilled).toBe(true);
    expect(told).toEqual(['north', 'south']);
    release();
    await world.settle();
    expect(told).toEqual(['north', 'south', 'north']);
  });

  it('[FLAG-2] [P-6] [SRV-4] takes realtime for switched off where the store is not heard of', async () => {
    const { index, faults } = world;
    await index.start();
    await world.advance(60_000, SWEEP_INTERVAL_MS);
    const told: boolean[] = [];
    index.onChange(() => told.push(index.flags.isKilled));
    faults.down = true;
    await world.advance(35_000, 1000);
    expect([index.flags.isKilled, told]).toEqual([false, []]);
    // Of 40 s, up to a sweep had gone by when the store went away, and one notices it late.
    await world.advance(10_000, 1000);
    expect([index.flags.isKilled, told]).toEqual([true, [true, true]]);
    expect(revisionOf('north')).toBeDefined();
    faults.down = false;
    await world.advance(SWEEP_INTERVAL_MS, 1000);
    expect([index.flags.isKilled, told]).toEqual([false, [true, true, false, false]]);
  });

  it('[P-6] hears of the kill switch amid a long sweep though no word of it came', async () => {
    await world.index.start();
    const { store, clock } = world;
    const { screens } = store;
    const killed: boolean[] = [];
    store.screens = async (id) => {
      killed.push(world.index.flags.isKilled);
      await writeFlags(store, { isKilled: true });
      clock.advance(SWEEP_INTERVAL_MS);
      return screens(id);
    };
    world.isBusDeaf = true;
    await world.publish('north');
    await world.publish('south');
    await world.index.sweep();
    expect(killed).toEqual([false, true]);
  });

  it('never goes back within an epoch, whatever a lagging store says', async () => {
    const old = await world.store.school('north');
    await world.index.start();
    const revision = await world.publish('north');
    await world.settle();
    const errors: string[] = [];
    const logger = { ...silentLogger, error: (message: string) => void errors.push(message) };
    const lagging = laggingIndex(old, logger);
    await lagging.start();
    await lagging.refresh('north');
    expect(lagging.school('north')?.revision).toBe(revision);
    expect(errors).toEqual(['The store has gone back; serving what is held (docs/redis.md)']);
    lagging.close();
  });

  it('[SRV-4] goes on with schools that are gone without a tombstone', async () => {
    await world.index.start();
    const { counters, school } = world.store;
    world.store.counters = async () => ({ ...(await counters()), schools: new Map() });
    world.store.school = async (id) => (id === 'north' ? undefined : school(id));
    await world.advance(SWEEP_INTERVAL_MS);
    await world.index.refresh('north');
    expect(revisionOf('north')).toBeDefined();
  });

  it('reloads everything when the epoch changes', async () => {
    await world.index.start();
    const { counters, epoch } = world.store;
    world.store.epoch = async () => 'restored';
    world.store.counters = async () => ({ ...(await counters()), epoch: 'restored' });
    await world.advance(SWEEP_INTERVAL_MS);
    expect(revisionOf('north')).toBe('restored.1');
    expect(await epoch()).not.toBe('restored');
  });

  it('knows a revoked token as revoked', async () => {
    const { token } = await world.addScreen('north', 'hall');
    await world.index.start();
    await world.revokeScreen('hall');
    await world.settle();
    const screen = world.index.screenByTokenHash(hashSecret(token));
    expect(screen?.record.revokedAtMs).toBe(world.clock.wallMs());
  });
});

/** An index whose store at first tells the newest state of `north`, then `old`. */
function laggingIndex(old: SchoolRecord | undefined, logger: Logger): SchoolIndex {
  let reads = 0;
  const school = async (id: string): Promise<SchoolRecord | undefined> => {
    reads += 1;
    return id === 'north' && reads > 4 ? old : world.store.school(id);
  };
  const { bus, clock } = world;
  return new SchoolIndex({ store: { ...world.store, school }, bus, clock, logger });
}
