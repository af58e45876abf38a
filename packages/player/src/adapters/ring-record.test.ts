import { describe, expect, it } from 'vitest';
import { createLocalPlace } from './local-place.js';
import { claimRing } from './ring-record.js';
import { type Fault, faultyPlace, handClock, memoryStorage } from './storage.fixture.js';

function device() {
  const clock = handClock();
  const database = faultyPlace('database');
  const local = faultyPlace('local-storage');
  const claim = (ring: string) => claimRing([database, local], 'snapshot/c0ffee/', clock, ring);
  return { clock, database, local, claim };
}

describe('claimRing', () => {
  it('[TIME-3] is the first once, and every place knows it afterwards', async () => {
    const { claim, database, local } = device();
    expect(await claim('p1')).toBe('first');
    expect(await claim('p1')).toBe('again');
    expect(await claim('p2')).toBe('first');
    expect(database.entries).toEqual(local.entries);
  });

  it('[TIME-3] of two that ask at the same time one is the first', async () => {
    const { claim } = device();
    const claims = await Promise.all([claim('p1'), claim('p1'), claim('p1')]);
    expect(claims.sort()).toEqual(['again', 'again', 'first']);
  });

  it.each(['throws', 'rejects'] as const)(
    '[TIME-3] where the database %s, localStorage decides, and is believed after that',
    async (fault) => {
      const { claim, database } = device();
      database.writes = fault;
      expect(await claim('p1')).toBe('first');
      expect(await claim('p1')).toBe('again');
      database.writes = 'none';
      expect(await claim('p1')).toBe('again');
    },
  );

  it('[TIME-3] what the database holds is not rung again where it fails later', async () => {
    const { claim, database } = device();
    await claim('p1');
    database.writes = 'rejects';
    expect(await claim('p1')).toBe('again');
  });

  it('[STORE-3] waits for no place longer than two seconds', async () => {
    const { claim, database, clock } = device();
    database.writes = 'hangs';
    const claimed = claim('p1');
    await clock.advance(2_000);
    expect(await claimed).toBe('first');
  });

  it.each<Fault>(['throws', 'rejects'])(
    'has failed where every place %s, and nothing may sound',
    async (fault) => {
      const { claim, database, local } = device();
      database.writes = fault;
      local.writes = fault;
      expect(await claim('p1')).toBe('failed');
    },
  );

  it('[TIME-3] keeps a bounded record, the newest of it', async () => {
    const { claim, database } = device();
    for (let index = 0; index < 300; index += 1) await claim(`p${index}`);
    const [text = ''] = [...database.entries.values()];
    expect(text.split('\n')).toHaveLength(200);
    expect(await claim('p299')).toBe('again');
  });

  it('[TIME-3] keeps its record in localStorage itself', async () => {
    const storage = memoryStorage();
    const claim = () => claimRing([createLocalPlace(() => storage)], 'x/', handClock(), 'p1');
    expect([await claim(), await claim()]).toEqual(['first', 'again']);
  });
});
