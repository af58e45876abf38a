import { expect, it } from 'vitest';
import { ManualClock, RecordingLogger } from '../testing/index.js';
import { keepScreenAwake } from './screen-awake.js';

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

it('asks again for its lock whenever the page is seen, since hiding takes it away', () => {
  const page = new Page();
  let asked = 0;
  const wakeLock = {
    request: () => {
      asked += 1;
      return new Promise<WakeLockSentinel>(() => undefined);
    },
  };
  const stop = keepScreenAwake({
    page,
    wakeLock,
    logger: new RecordingLogger(),
    clock: new ManualClock(),
  });
  expect(asked).toBe(1);
  page.turn('hidden');
  expect(asked).toBe(1);
  page.turn('visible');
  expect(asked).toBe(2);
  stop();
  page.turn('visible');
  expect(asked).toBe(2);
});

it.each([
  ['none exist', undefined],
  ['none is given', { request: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
])('says once that the device has to stay on by itself where %s', async (_, wakeLock) => {
  const page = new Page();
  const logger = new RecordingLogger();
  keepScreenAwake({ page, wakeLock, logger, clock: new ManualClock() });
  page.turn('visible');
  await new Promise(setImmediate);
  expect(logger.count('shell.wake-lock-refused')).toBe(1);
});

it('[UPD-4] asks again where the device has taken its lock away, or gave none', async () => {
  const clock = new ManualClock();
  const locks: { released: boolean }[] = [];
  let isSaving = true;
  const wakeLock = {
    request: async () => {
      if (isSaving) throw new DOMException('the battery is low', 'NotAllowedError');
      const lock = { released: false };
      locks.push(lock);
      return lock as WakeLockSentinel;
    },
  };
  const pass = async (): Promise<void> => {
    clock.timeline.advance(10 * 60_000);
    await new Promise(setImmediate);
  };
  const stop = keepScreenAwake({
    page: new Page(),
    wakeLock,
    logger: new RecordingLogger(),
    clock,
  });
  await pass();
  isSaving = false;
  await pass();
  expect(locks).toHaveLength(1);
  await pass();
  expect(locks).toHaveLength(1);
  for (const lock of locks) lock.released = true;
  await pass();
  expect(locks).toHaveLength(2);
  stop();
  for (const lock of locks) lock.released = true;
  await pass();
  expect(locks).toHaveLength(2);
});
