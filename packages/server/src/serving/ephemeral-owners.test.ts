import { EPHEMERAL_DEVICE, PATHS } from '@hallboard/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.fixture.js';
import { type TestScreen, World } from '../testing/world.fixture.js';
import { EphemeralOwners } from './ephemeral-owners.js';
import { ScreenAccess } from './screen-access.js';

/** After which an owner that keeps no id has lost its screen (STORE-6). */
const LAPSE_MS = 2 * 60_000;
const FIRST = `${EPHEMERAL_DEVICE}1`;
const SECOND = `${EPHEMERAL_DEVICE}2`;

let world: World;
let hall: TestScreen;
let access: ScreenAccess;
let lastSeenMs: number | undefined;

beforeEach(async () => {
  world = await World.open();
  await world.addSchool('north');
  hall = await world.addScreen('north', 'hall');
  const { index, store, clock } = world;
  lastSeenMs = undefined;
  const owners = new EphemeralOwners({ index, clock, lastSeenMs: async () => lastSeenMs });
  const hasLapsed = owners.hasLapsed.bind(owners);
  access = new ScreenAccess({ index, store, clock, allowMultiDevice: false, hasLapsed });
  await index.start();
});

afterEach(() => world.close());

/** @returns whose the screen is after that, or why it was refused. */
async function claim(device: string): Promise<string | undefined> {
  try {
    const found = await access.find(hall.token, '10.0.0.1');
    return (await access.claim(found, device)).record.deviceId;
  } catch (error) {
    return String(error);
  }
}

describe('a device that keeps no id', () => {
  it('[STORE-6] keeps its screen as long as it asks, and loses it 2 min after that', async () => {
    expect(await claim(FIRST)).toBe(FIRST);
    lastSeenMs = world.clock.wallMs();
    world.clock.advance(LAPSE_MS);
    expect(await claim(SECOND)).toMatch('belongs to another device');
    world.clock.advance(1);
    expect(await claim(SECOND)).toBe(SECOND);
    expect((await world.store.screen('hall'))?.deviceId).toBe(SECOND);
  });

  it('[STORE-6] keeps it for 2 min from when a node hears that it is its own', async () => {
    world.clock.advance(10 * LAPSE_MS);
    await world.store.claimScreen('hall', FIRST);
    await world.index.refresh('north');
    expect(await claim(SECOND)).toMatch('belongs to another device');
  });

  it('[STORE-6] keeps it for 2 min from its claim, also where it asks for nothing, as by a socket', async () => {
    world.clock.advance(10 * LAPSE_MS);
    expect(await claim(FIRST)).toBe(FIRST);
    expect(await claim(SECOND)).toMatch('belongs to another device');
    world.clock.advance(LAPSE_MS + 1);
    expect(await claim(SECOND)).toBe(SECOND);
    expect(await claim(FIRST)).toMatch('belongs to another device');
  });

  it('[STORE-6] [P-7] loses it to one alone of those that come', async () => {
    await claim(FIRST);
    world.clock.advance(LAPSE_MS + 1);
    const claims = await Promise.all(['a', 'b', 'c'].map(claim));
    expect(claims.filter((owner) => owner?.length === 1)).toEqual(['a']);
    expect((await world.store.screen('hall'))?.deviceId).toBe('a');
  });

  it('[STORE-6] has the screen that another node gave it, of which this one has yet to hear', async () => {
    await claim(FIRST);
    await world.store.claimScreen('hall', SECOND, FIRST);
    lastSeenMs = world.clock.wallMs();
    expect(await claim(SECOND)).toBe(SECOND);
  });

  it('[STORE-6] is the same once it has found out that it keeps its id', async () => {
    await claim(`${EPHEMERAL_DEVICE}tv`);
    lastSeenMs = world.clock.wallMs();
    expect(await claim('tv')).toBe('tv');
  });

  it('[STORE-6] shows its screen again after a power cut, as another device', async () => {
    const server = await TestServer.start();
    const token = await server.addSchool('north', 'hall');
    const ask = async (device: string) => (await server.screen(PATHS.status, token, device)).status;
    expect(await ask(FIRST)).toBe(200);
    server.clock.advance(LAPSE_MS);
    expect(await ask(FIRST)).toBe(200);
    server.clock.advance(LAPSE_MS);
    expect(await ask(SECOND)).toBe(403);
    server.clock.advance(1);
    expect(await ask(SECOND)).toBe(200);
    expect(await ask(FIRST)).toBe(403);
    await server.close();
  });

  it('[BIND-1] takes no screen from a device that keeps its id, however long it is silent', async () => {
    await claim('tv');
    world.clock.advance(100 * LAPSE_MS);
    expect(await claim(FIRST)).toMatch('belongs to another device');
  });

  it('[BIND-4] is barred where an administrator has taken the screen from it', async () => {
    await claim(FIRST);
    await world.store.unbindScreen('hall');
    await world.index.refresh('north');
    world.clock.advance(LAPSE_MS + 1);
    expect(await claim(FIRST)).toMatch('belongs to another device');
  });
});
