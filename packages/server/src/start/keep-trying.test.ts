import { describe, expect, it } from 'vitest';
import { silentLogger } from '../logging/logger.js';
import { StoreUnavailableError } from '../store/store-unavailable-error.js';
import { ManualClock } from '../testing/manual-clock.fixture.js';
import { keepTrying } from './keep-trying.js';

/** Lets a second pass, and what then fell due end. */
async function passSecond(clock: ManualClock): Promise<void> {
  clock.advance(1000);
  await new Promise(setImmediate);
}

describe('keepTrying', () => {
  it('[SRV-9] tries again until the store is there', async () => {
    const clock = new ManualClock();
    let tries = 0;
    const work = async () => {
      tries += 1;
      if (tries < 3) throw new StoreUnavailableError('away');
    };
    await keepTrying({ clock, logger: silentLogger }, work);
    expect(tries).toBe(1);
    for (let second = 0; second < 10; second += 1) await passSecond(clock);
    expect(tries).toBe(3);
  });

  it('leaves any other failure to the start, and logs a later one', async () => {
    const clock = new ManualClock();
    const broken = new Error('no such directory');
    const options = { clock, logger: silentLogger };
    await expect(keepTrying(options, () => Promise.reject(broken))).rejects.toBe(broken);

    const errors: unknown[] = [];
    const logger = {
      ...silentLogger,
      error: (_: string, fields?: object) => void errors.push(fields),
    };
    const failures: Error[] = [new StoreUnavailableError('away'), broken];
    await keepTrying({ clock, logger }, () => Promise.reject(failures.shift()));
    for (let second = 0; second < 10; second += 1) await passSecond(clock);
    expect(errors).toEqual([{ error: broken }]);
  });
});
