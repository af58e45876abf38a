import { describe, expect, it } from 'vitest';
import type { Identity } from '../ports/device-identity.js';
import type { Random } from '../ports/random.js';
import { createBrowserDeviceIdentity } from './browser-device-identity.js';
import type { Place } from './key-value.js';
import { type FaultyPlace, faultyPlace, handClock, settled } from './storage.fixture.js';

/** Every device id differs from the last. */
function counting(): Random {
  let count = 0;
  return {
    next: () => {
      count += 1;
      return (count % 251) / 256;
    },
  };
}

function device(count = 3) {
  const clock = handClock();
  const random = counting();
  const places = ['database', 'local-storage', 'cookie'].slice(0, count).map(faultyPlace);
  const boot = (from: readonly Place[] = places): Promise<Identity> =>
    new Promise((done) => createBrowserDeviceIdentity({ clock, random, places: from }).load(done));
  const ids = () => places.map(({ entries }) => entries.get('device'));
  return { clock, places, boot, ids };
}

function fail(place: FaultyPlace | undefined, fault: 'rejects' | 'none'): void {
  if (place === undefined) throw new Error('no such place');
  place.reads = fault;
  place.writes = fault;
}

describe('createBrowserDeviceIdentity', () => {
  it('[STORE-6] makes an id where every place is empty, and keeps it in each', async () => {
    const { boot, ids } = device();
    const { deviceId, durable } = await boot();
    expect(deviceId).toMatch(/^[0-9a-f]{32}$/);
    expect(durable).toBe(true);
    await settled();
    expect(ids()).toEqual([deviceId, deviceId, deviceId]);
    expect(await boot()).toEqual({ deviceId, durable: true });
  });

  it.each([0, 1, 2])('[STORE-6] heals the others from place %i alone', async (survivor) => {
    const { boot, places, ids } = device();
    const { deviceId } = await boot();
    for (const [index, { entries }] of places.entries()) {
      if (index !== survivor) entries.clear();
    }
    expect(await boot()).toEqual({ deviceId, durable: true });
    await settled();
    expect(ids()).toEqual([deviceId, deviceId, deviceId]);
  });

  it('[STORE-6] settles on one id where places differ, and passes over a damaged one', async () => {
    const { boot, places, ids } = device();
    const [first, second] = ['a'.repeat(32), 'b'.repeat(32)];
    places[0]?.entries.set('device', 'damaged');
    places[1]?.entries.set('device', first);
    places[2]?.entries.set('device', second);
    expect(await boot()).toEqual({ deviceId: first, durable: true });
    await settled();
    expect(ids()).toEqual([first, first, first]);
  });

  it.each([0, 1, 2])(
    '[STORE-6] makes no new id while place %i, which alone has the real one, fails',
    async (holder) => {
      const { boot, places } = device();
      const { deviceId } = await boot();
      await settled();
      for (const [index, { entries }] of places.entries()) if (index !== holder) entries.clear();
      fail(places[holder], 'rejects');
      const meanwhile = await boot();
      expect(meanwhile.deviceId).not.toBe(deviceId);
      expect(await boot()).toEqual(meanwhile);
      fail(places[holder], 'none');
      expect(await boot()).toEqual({ deviceId, durable: true });
    },
  );

  it('[STORE-6] keeps the provisional id if the place turns out to have held none', async () => {
    const { boot, places, ids } = device();
    fail(places[0], 'rejects');
    const meanwhile = await boot();
    expect(meanwhile.durable).toBe(true);
    fail(places[0], 'none');
    expect(await boot()).toEqual(meanwhile);
    await settled();
    expect(ids()).toEqual([meanwhile.deviceId, meanwhile.deviceId, meanwhile.deviceId]);
  });

  it('[STORE-6] says when no place keeps the id', async () => {
    const nowhere: Place = {
      name: 'blocked-cookie',
      get: () => Promise.resolve(undefined),
      set: () => Promise.resolve(),
    };
    const { boot } = device();
    const first = await boot([nowhere]);
    expect(first.durable).toBe(false);
    expect(first.deviceId).toMatch(/^ephemeral-[0-9a-f]{32}$/);
    expect((await boot([])).durable).toBe(false);
  });

  it.each([
    ['one place hangs', 1, 2000, true],
    ['every place hangs', 3, 4000, false],
  ])('[STORE-3] answers in time while %s', async (_, hanging, withinMs, durable) => {
    const { clock, places } = device();
    for (const place of places.slice(0, hanging)) {
      place.reads = 'hangs';
      place.writes = 'hangs';
    }
    const identities: Identity[] = [];
    createBrowserDeviceIdentity({ clock, random: counting(), places }).load((identity) =>
      identities.push(identity),
    );
    for (let passedMs = 0; passedMs < withinMs; passedMs += 2000) await clock.advance(2000);
    expect(identities).toMatchObject([{ durable }]);
  });
});
