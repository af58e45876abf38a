import { expect, it } from 'vitest';
import { RecordingLogger } from '../testing/index.js';
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
  const stop = keepScreenAwake({ page, wakeLock, logger: new RecordingLogger() });
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
  keepScreenAwake({ page, wakeLock, logger });
  page.turn('visible');
  await new Promise(setImmediate);
  expect(logger.count('shell.wake-lock-refused')).toBe(1);
});
