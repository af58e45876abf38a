import { describe, expect, it } from 'vitest';
import { createStoredToken } from './browser-stored-token.js';
import { type FaultyPlace, faultyPlace, handClock, settled } from './storage.fixture.js';

function setUp() {
  const [database, cache, local] = ['database', 'cache', 'local'].map(faultyPlace) as [
    FaultyPlace,
    FaultyPlace,
    FaultyPlace,
  ];
  const cookie = faultyPlace('cookie');
  const clock = handClock();
  const places = {
    database,
    cache,
    local,
    forIdentity: [database, local, cookie],
  };
  return { kept: [database, local, cookie], clock, token: createStoredToken(clock, places) };
}

describe('createStoredToken', () => {
  it('[BIND-6] is in every place that has the device’s id, and any of them is enough', async () => {
    const { kept, token } = setUp();
    expect(await token.read()).toBeUndefined();
    expect(await token.write({ token: 'new', replaces: 'old' })).toBe(true);
    await settled();
    for (const place of kept) {
      for (const other of kept) if (other !== place) other.entries.clear();
      expect(await token.read()).toEqual({ token: 'new', replaces: 'old' });
      await settled();
      expect(kept.map(({ entries }) => entries.get('token'))).toEqual(Array(3).fill('new old'));
    }
  });

  it('[BIND-6] reads what earlier versions kept, and nothing that is no token', async () => {
    const { kept, token } = setUp();
    kept[1]?.entries.set('token', 'token-1');
    expect(await token.read()).toEqual({ token: 'token-1' });
    await settled();
    for (const { entries } of kept) entries.set('token', 'two words more');
    expect(await token.read()).toBeUndefined();
  });

  it('[STORE-3] does without places that hang or fail', async () => {
    const { kept, clock, token } = setUp();
    const [database, local, cookie] = kept;
    cookie?.entries.set('token', 'token-1');
    if (database) database.reads = 'hangs';
    if (local) local.reads = 'throws';
    const read = token.read();
    await settled();
    await clock.advance(2000);
    expect(await read).toEqual({ token: 'token-1' });
    for (const place of kept) place.writes = 'rejects';
    expect(await token.write({ token: 'token-2', replaces: undefined })).toBe(false);
  });
});
