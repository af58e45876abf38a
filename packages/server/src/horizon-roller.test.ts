import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Publisher } from './content/publisher.js';
import { HorizonRoller } from './horizon-roller.js';
import { silentLogger } from './logging/logger.js';
import { StoreUnavailableError } from './store/store-unavailable-error.js';
import { World } from './testing/world.fixture.js';

const HOUR_MS = 3_600_000;

let world: World;
let roller: HorizonRoller;
/** The schools that were rolled, in order. */
let rolled: string[];
let isStoreAway: boolean;

beforeEach(async () => {
  world = await World.open();
  await world.addSchool('north');
  await world.addSchool('south');
  await world.index.start();
  rolled = [];
  isStoreAway = false;
  const publisher: Pick<Publisher, 'rollHorizon' | 'nextRollAtMs'> = {
    async rollHorizon(schoolId) {
      if (isStoreAway) throw new StoreUnavailableError('away');
      rolled.push(schoolId);
      return { kind: 'current' };
    },
    nextRollAtMs: ({ id }) => world.clock.wallMs() + (id === 'north' ? 2 : 3) * HOUR_MS,
  };
  const { index, clock } = world;
  roller = new HorizonRoller({ index, publisher, clock, logger: silentLogger });
});

afterEach(async () => {
  roller.close();
  await world.close();
});

describe('HorizonRoller', () => {
  it('[SNAP-6] rolls at the start, and then each school when its night comes', async () => {
    await roller.start();
    expect(rolled).toEqual(['north', 'south']);
    await world.advance(2 * HOUR_MS - 1, 60_000);
    expect(rolled).toHaveLength(2);
    await world.advance(60_000);
    expect(rolled).toEqual(['north', 'south', 'north']);
    await world.advance(HOUR_MS, 60_000);
    expect(rolled).toEqual(['north', 'south', 'north', 'south']);
  });

  it('tries again within a minute where the store was away', async () => {
    isStoreAway = true;
    await roller.start();
    await world.advance(60_000);
    expect(rolled).toEqual([]);
    isStoreAway = false;
    await world.advance(60_000);
    expect(rolled).toEqual(['north', 'south']);
  });

  it('takes in schools that came later', async () => {
    await roller.start();
    await world.addSchool('west');
    await world.settle();
    await world.advance(60_000);
    expect(rolled).toContain('west');
  });

  it('ends', async () => {
    await roller.start();
    roller.close();
    await world.advance(24 * HOUR_MS, HOUR_MS);
    expect(rolled).toHaveLength(2);
  });
});
