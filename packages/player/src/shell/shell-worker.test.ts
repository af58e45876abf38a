import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../index.js';
import { ManualClock, seededRandom } from '../testing/index.js';
import { keepShellStored, type ShellWorkerPort } from './shell-worker.js';

const HOUR_MS = 3_600_000;

function setUp(stored: () => Promise<boolean>, seed = 1, answer = Promise.resolve()) {
  const clock = new ManualClock();
  const entries: LogEntry[] = [];
  const updatesAt: number[] = [];
  let isStored = false;
  let isBroken = false;
  const startMs = clock.timeline.nowMs;
  const worker: ShellWorkerPort = {
    update: async () => {
      updatesAt.push(clock.timeline.nowMs - startMs);
      if (isBroken) throw new TypeError('Failed to register a ServiceWorker');
      return answer;
    },
    stored,
  };
  const stop = keepShellStored({
    worker,
    clock,
    random: seededRandom(seed),
    logger: { log: (entry) => void entries.push(entry) },
    onStored: () => {
      isStored = true;
    },
  });
  /** Time passes in steps, so that what each update waits for comes to pass. */
  async function advance(ms: number): Promise<void> {
    for (let passedMs = 0; passedMs < ms; passedMs += 60_000) {
      await settled();
      clock.timeline.advance(60_000);
    }
    await settled();
  }
  return {
    entries,
    updatesAt,
    stop,
    advance,
    breakUpdates: () => {
      isBroken = true;
    },
    isStored: () => isStored,
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('keepShellStored', () => {
  it('[UPD-1] looks for a newer shell about every hour, each screen at its own minute', async () => {
    const one = setUp(async () => true, 1);
    const other = setUp(async () => true, 2);
    for (const { advance, updatesAt, stop } of [one, other]) {
      await advance(24 * HOUR_MS);
      expect(updatesAt[0]).toBe(0);
      expect(updatesAt.length).toBeGreaterThan(17);
      expect(updatesAt.length).toBeLessThan(34);
      stop();
    }
    expect(one.updatesAt).not.toEqual(other.updatesAt);
  });

  it('goes on after an update failed', async () => {
    const { advance, updatesAt, entries, breakUpdates, stop } = setUp(async () => true);
    breakUpdates();
    await advance(4 * HOUR_MS);
    expect(updatesAt.length).toBeGreaterThan(2);
    expect(entries.at(-1)).toEqual({
      level: 'warn',
      name: 'shell.update-failed',
      details: { error: 'TypeError' },
    });
    stop();
  });

  it('[UPD-1] goes on after an update that never ended', async () => {
    const { advance, updatesAt, stop } = setUp(async () => true, 1, new Promise(() => undefined));
    await advance(4 * HOUR_MS);
    expect(updatesAt.length).toBeGreaterThan(2);
    stop();
  });

  it('[P-1] does not wait an hour for what has failed, or has not been stored yet', async () => {
    const failing = setUp(async () => true);
    failing.breakUpdates();
    const missing = setUp(() => new Promise(() => undefined));
    for (const { advance, updatesAt, stop } of [failing, missing]) {
      await advance(HOUR_MS);
      expect(updatesAt.length).toBeGreaterThan(7);
      expect(updatesAt.length).toBeLessThan(26);
      stop();
    }
  });

  it('[P-1] says that the shell is stored only when it is', async () => {
    for (const [stored, expected] of [
      [async () => true, true],
      [async () => false, false],
      [() => Promise.reject(new Error('no caches')), false],
      [() => new Promise<boolean>(() => undefined), false],
    ] as const) {
      const { isStored, stop } = setUp(stored);
      await settled();
      expect(isStored()).toBe(expected);
      stop();
    }
  });

  it('does nothing more once stopped', async () => {
    const { updatesAt, stop, advance, isStored } = setUp(async () => true);
    stop();
    stop();
    await advance(3 * HOUR_MS);
    expect(updatesAt).toEqual([0]);
    expect(isStored()).toBe(false);
  });
});
