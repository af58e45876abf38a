import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/index.js';
import { createGuardedReload } from './guarded-reload.js';

function setUp(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
  let reloads = 0;
  const page = {
    get sessionStorage() {
      return storage() as Storage;
    },
    location: {
      reload: () => {
        reloads += 1;
      },
    } as Location,
  };
  const clock = new ManualClock();
  return { reload: createGuardedReload(page, clock), clock, reloads: () => reloads };
}

function inMemory() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
  };
}

describe('a guarded reload', () => {
  it('[UPD-2] happens so often an hour and no more, over reloads of the page', () => {
    const session = inMemory();
    const { reload, clock, reloads } = setUp(() => session);
    for (let time = 0; time < 10; time += 1) reload()?.();
    expect(reloads()).toBe(4);
    clock.timeline.advance(3_600_000);
    reload()?.();
    expect(reloads()).toBe(5);
  });

  it('[UPD-2] does not happen where it cannot be counted', () => {
    const full = {
      ...inMemory(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const forbidden = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const storage of [() => full, forbidden]) {
      const { reload, reloads } = setUp(storage);
      expect(reload()).toBeUndefined();
      expect(reloads()).toBe(0);
    }
  });
});
