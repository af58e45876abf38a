import { describe, expect, it } from 'vitest';
import { EXTRAS } from '../index.js';
import { ManualClock, seededRandom } from '../testing/index.js';
import { type Later, loadLater } from './load-later.js';

const LATER: Later = {
  extras: EXTRAS,
  openSelfTestDoor: () => ({ setAlert: () => undefined }),
  keepDevice: () => undefined,
  createWorkboxWorker: () => undefined,
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp(load: (attempt: number) => Promise<Later>, seed = 1) {
  const clock = new ManualClock();
  const startMs = clock.timeline.nowMs;
  const attempts: { readonly atMs: number; readonly isRetry: boolean }[] = [];
  const told = { loaded: 0, failed: 0 };
  const stop = loadLater({
    clock,
    random: seededRandom(seed),
    load(isRetry) {
      attempts.push({ atMs: clock.timeline.nowMs - startMs, isRetry });
      return load(attempts.length);
    },
    onLoaded: () => {
      told.loaded += 1;
    },
    onFailed: () => {
      told.failed += 1;
    },
  });
  async function advance(ms: number): Promise<void> {
    for (let passedMs = 0; passedMs < ms; passedMs += 1_000) {
      await settled();
      clock.timeline.advance(1_000);
    }
    await settled();
  }
  return { attempts, told, stop, advance };
}

const failing = async (): Promise<Later> => {
  throw new TypeError('404');
};

describe('loadLater', () => {
  it('[PAGE-3, P-1] tries again with growing waits until the script is there, then never more', async () => {
    const { attempts, told, advance } = setUp(async (attempt) => (attempt < 4 ? failing() : LATER));
    await advance(600_000);
    expect(told).toEqual({ loaded: 1, failed: 3 });
    expect(attempts.map(({ isRetry }) => isRetry)).toEqual([false, true, true, true]);
    const waits = attempts.slice(1).map(({ atMs }, index) => atMs - (attempts[index]?.atMs ?? 0));
    for (const [index, waitMs] of waits.entries()) {
      expect(waitMs).toBeGreaterThanOrEqual(2_500 * 2 ** index);
      expect(waitMs).toBeLessThanOrEqual(5_000 * 2 ** index + 1_000);
    }
  });

  it('[PAGE-3, P-4] goes on for ever, each screen at its own moment and never more than every 150 s', async () => {
    const one = setUp(failing, 1);
    const other = setUp(failing, 2);
    for (const { advance, stop, attempts } of [one, other]) {
      await advance(3_600_000);
      expect(attempts.length).toBeGreaterThan(15);
      expect(attempts.length).toBeLessThan(35);
      stop();
    }
    expect(one.attempts).not.toEqual(other.attempts);
  });

  it('gives up an answer that does not come, and takes the script whenever it does', async () => {
    let come: (later: Later) => void = () => undefined;
    const { attempts, told, advance } = setUp(
      () =>
        new Promise((resolve) => {
          come = resolve;
        }),
    );
    await advance(59_000);
    expect(attempts).toHaveLength(1);
    await advance(10_000);
    expect(attempts).toHaveLength(2);
    expect(told).toEqual({ loaded: 0, failed: 1 });
    come(LATER);
    await advance(600_000);
    expect(told).toEqual({ loaded: 1, failed: 1 });
    expect(attempts).toHaveLength(2);
  });

  it('does nothing after it was stopped', async () => {
    const { attempts, told, stop, advance } = setUp(failing);
    stop();
    await advance(600_000);
    expect(attempts).toHaveLength(1);
    expect(told).toEqual({ loaded: 0, failed: 0 });
  });
});
