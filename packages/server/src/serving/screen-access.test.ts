import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../http/api-error.js';
import { createToken } from '../screens/token.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { type TestScreen, World } from '../testing/world.fixture.js';

const ADDRESS = '10.0.0.1';

let world: World;
let hall: TestScreen;

async function open(options?: { allowMultiDevice: boolean }): Promise<void> {
  world = await World.open(options);
  await world.addSchool('north');
  hall = await world.addScreen('north', 'hall');
  await world.index.start();
}

beforeEach(() => open());
afterEach(() => world.close());

/** What becomes of a device that asks with the hall's token. */
async function admit(deviceId: string): Promise<string> {
  try {
    const screen = await world.access.find(hall.token, ADDRESS);
    return (await world.access.claim(screen, deviceId)).record.deviceId ?? 'nobody';
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof ApiError ? error.code : String(error);
}

describe('ScreenAccess', () => {
  it('[BIND-1] gives an unbound screen to the first of many devices, and to it alone', async () => {
    const devices = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const outcomes = await Promise.all(devices.map(admit));
    expect(outcomes).toEqual(['a', ...Array(7).fill('screen_bound')]);
    expect(await admit('a')).toBe('a');
    expect((await world.store.screen('hall'))?.deviceId).toBe('a');
  });

  it('[BIND-1] knows the owner from memory, without the store', async () => {
    await admit('a');
    world.faults.down = true;
    expect(await admit('a')).toBe('a');
    expect(await admit('b')).toBe('screen_bound');
    const known = world.access.known(hall.token);
    expect(known !== undefined && world.access.owns(known, 'a')).toBe(true);
  });

  it('[BIND-1] serves many that claim at once without reading their school for each', async () => {
    const others = await Promise.all(
      Array.from({ length: 20 }, (_, at) => world.addScreen('north', `screen-${at}`)),
    );
    await world.settle();
    const readings = world.faults.count('screens');
    for (const { token } of others) {
      const screen = await world.access.find(token, ADDRESS);
      expect((await world.access.claim(screen, 'tv')).record.deviceId).toBe('tv');
      expect(world.access.known(token)?.record.deviceId).toBe('tv');
    }
    expect(world.faults.count('screens')).toBe(readings);
    expect(world.index.school('north')?.screens.get('screen-7')?.record.deviceId).toBe('tv');
  });

  it('[BIND-4] serves what is newer than a claim, where it was read meanwhile', async () => {
    const screen = await world.access.find(hall.token, ADDRESS);
    await world.store.claimScreen('hall', 'a');
    await world.store.unbindScreen('hall');
    await world.index.refresh('north');
    expect(world.index.bound(screen, 'a')).toBeUndefined();
    expect(await admit('a')).toBe('screen_bound');
  });

  it('[HTTP-5] does not guess while the store is away', async () => {
    world.faults.down = true;
    expect(await admit('a')).toBe('StoreUnavailableError: down');
    const stranger = world.access.find(createToken(world.random), ADDRESS);
    await expect(stranger).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('[BIND-3] lets any device in where that is set, and still keeps the first', async () => {
    await world.close();
    await open({ allowMultiDevice: true });
    expect(await Promise.all(['a', 'b', 'c'].map(admit))).toEqual(['a', 'a', 'a']);
  });

  it('finds a screen that another node has just made', async () => {
    world.isBusDeaf = true;
    const { token } = await world.addScreen('north', 'gym');
    expect(world.access.known(token)).toBeUndefined();
    expect((await world.access.find(token, ADDRESS)).record.id).toBe('gym');
    expect(world.access.known(token)?.record.id).toBe('gym');
  });

  it('[HTTP-6] asks the store for unknown tokens 20 times a minute per address', async () => {
    const askMany = async (count: number, address = ADDRESS): Promise<string[]> => {
      const codes: string[] = [];
      for (let at = 0; at < count; at += 1) {
        const asked = world.access.find(createToken(world.random), address);
        codes.push(await asked.then(() => 'found', codeOf));
      }
      return codes;
    };
    expect(await askMany(25)).toEqual([
      ...Array(20).fill('unknown_screen'),
      ...Array(5).fill('rate_limited'),
    ]);
    expect(world.faults.count('screenByTokenHash')).toBe(20);
    expect(await askMany(1, '10.0.0.2')).toEqual(['unknown_screen']);
    expect(await admit('a')).toBe('a');
    world.clock.advance(3000);
    expect(await askMany(2)).toEqual(['unknown_screen', 'rate_limited']);
  });
});
